package dev.cellvisor.cli;

import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Recipe;
import java.util.Optional;

/** {@code cellvisor images}. */
final class ImagesCommand {
    private ImagesCommand() {
    }

    static int run(Arguments arguments) {
        String recipe = arguments.file() == null ? Images.DEFAULT : arguments.file();
        if (arguments.has("--lock")) {
            show(Images.fromLock(arguments.path("--lock"), Guest.progress()));
        } else if (arguments.has("--update")) {
            show(Images.update(recipe, Guest.progress()));
        } else if (arguments.has("--build")) {
            show(Images.ensure(recipe, Guest.progress()));
        } else if (arguments.has("--verify")) {
            GuestImage image = Images.find(recipe).orElseThrow(() -> new IllegalStateException("image " + recipe + " is not built; cellvisor images --build builds it"));
            Images.verify(image);
            System.out.println(recipe + ": all files are as the manifest says");
        } else {
            for (Recipe each : Images.recipes()) {
                Optional<GuestImage> image = Images.find(each.name());
                System.out.println(each.name() + "  " + each.description() + (image.isEmpty() ? "  (not built)" : ""));
                image.ifPresent(ImagesCommand::show);
            }
        }
        return Command.OK;
    }

    private static void show(GuestImage image) {
        System.out.println("  " + image.directory());
        image.manifest().packages().forEach(part -> System.out.println("  %-9s %s %s".formatted(part.role(), part.name(), part.version())));
    }
}
