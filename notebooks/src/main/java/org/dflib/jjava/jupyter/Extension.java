package org.dflib.jjava.jupyter;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The shape of JJava's extension point, to compile against; it is not in our jar, where JJava brings its own. */
public interface Extension {

    /** Called by JJava when it starts. */
    void install(BaseKernel kernel);
}
