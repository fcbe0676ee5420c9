/**
 * Notebooks: the Jupyter kernel, its installer, and the runner that executes notebooks in Jupyter or in this JVM.
 *
 * <p>{@link dev.cellvisor.notebook.Lab} is what {@code ./cellvisor lab} runs. {@link dev.cellvisor.notebook.Kernel} is a thin layer on
 * jupyter-jvm-basekernel, which speaks Jupyter's protocol; {@link dev.cellvisor.notebook.CellEvaluator} gives cells to JShell.
 */
package dev.cellvisor.notebook;
