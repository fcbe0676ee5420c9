package dev.cellvisor.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Makes JJava show our types: it finds this class by itself when our jar is on its class path. */
public final class JJavaExtension implements Extension {
    @Override
    public void install(BaseKernel kernel) {
        RendererBridge.registerWith(kernel);
    }
}
