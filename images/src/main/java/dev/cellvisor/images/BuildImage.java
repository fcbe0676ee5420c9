package dev.cellvisor.images;

/**
 * What the launcher runs before the tests, so that they find the guest image: {@code BuildImage [RECIPE...]}. People use
 * {@code ./cellvisor images}.
 */
final class BuildImage {
    private BuildImage() {}

    public static void main(String[] recipes) {
        try {
            for (String recipe : recipes.length == 0 ? new String[] {Images.DEFAULT} : recipes) {
                GuestImage image = Images.ensure(recipe, Progress.lines(System.err));
                System.err.println("cellvisor: guest image " + image.name() + " (" + image.manifest().kernelRelease() + ") is ready");
            }
        } catch (ImageException e) {
            System.err.println("cellvisor: " + e.getMessage());
            System.exit(1);
        }
    }
}
