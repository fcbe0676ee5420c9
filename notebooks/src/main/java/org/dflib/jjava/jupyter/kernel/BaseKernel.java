package org.dflib.jjava.jupyter.kernel;

/** The name of JJava's kernel, to compile against; it is not in our jar, where JJava brings its own. */
public abstract class BaseKernel {
}
