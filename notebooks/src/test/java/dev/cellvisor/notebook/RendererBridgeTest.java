package dev.cellvisor.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.view.Table;
import dev.cellvisor.vm.Vm;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.junit.jupiter.api.Test;

/** Our types in other people's kernels. IJava's renderer is the one of jupyter-jvm-basekernel, used here as it is. */
class RendererBridgeTest {

    @Test
    void ijavasRendererShowsOurTypes() {
        var renderer = new Renderer();
        RendererBridge.register(renderer);
        DisplayData table = renderer.render(new Table("").left("a").row("b"));
        assertTrue(table.getData(MIMEType.TEXT_HTML).toString().contains("<table"));
        assertTrue(table.getData(MIMEType.TEXT_PLAIN).toString().contains("a\n"));
        try (Vm vm = Vm.builder("bridge").memoryMiB(16).build()) {
            assertTrue(renderer.render(vm.map()).getData(MIMEType.TEXT_HTML).toString().contains("data:image/svg+xml"));
            assertTrue(renderer.render(vm.uart()).getData(MIMEType.TEXT_HTML).toString().contains("UARTDR"), "a subtype of RegisterDevice");
        }
        assertEquals("7", renderer.render(7).getData(MIMEType.TEXT_PLAIN).toString());
    }

    /** A kernel with a renderer, as JJava's is. */
    public static final class JJavaKernel extends BaseKernel {
        private final Renderer renderer = new Renderer();

        public Renderer getRenderer() {
            return renderer;
        }
    }

    @Test
    void jjavaFindsOurExtensionByItself() {
        List<Extension> found = ServiceLoader.load(Extension.class).stream().map(ServiceLoader.Provider::get).toList();
        assertEquals(List.of(JJavaExtension.class), found.stream().map(Object::getClass).toList());
        var kernel = new JJavaKernel();
        found.getFirst().install(kernel);
        assertTrue(kernel.getRenderer().render(new Table("").left("a").row("b")).hasDataForType(MIMEType.TEXT_HTML));
    }
}
