package dev.cellvisor.notebook;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Executes JShell's classes in this JVM and on the calling thread, keeps the value of each snippet as an object, and can stop one
 * that loops. JDK's own LocalExecutionControl turns values into text, and runs each snippet in a thread of its own, which would
 * move a VM from thread to thread.
 */
final class CellExecution extends DirectExecutionControl {
    private static final ClassDesc STOP = CellStop.class.describeConstable().orElseThrow();

    private final Object lock = new Object();
    private Thread running;
    private boolean stopWanted;
    private Object value;
    private Throwable thrown;

    /** Hands one instance to JShell. */
    static ExecutionControlProvider provider(CellExecution execution) {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "cellvisor";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return execution;
            }
        };
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException, NotImplementedException, EngineTerminationException {
        ClassBytecodes[] woven = new ClassBytecodes[classes.length];
        for (int i = 0; i < classes.length; i++) {
            woven[i] = new ClassBytecodes(classes[i].name(), weave(classes[i].bytecodes()));
        }
        super.load(woven);
    }

    private static byte[] weave(byte[] bytes) {
        // Classes of other cells cannot be found here; the inserted call changes no frame, so guessing plain classes is enough.
        var file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.defaultResolver()
                .orElse(desc -> ClassHierarchyResolver.ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object))));
        return file.transformClass(file.parse(bytes), ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Weaver::new)));
    }

    private static final class Weaver implements CodeTransform {
        private final Set<Label> passed = new HashSet<>();

        @Override
        public void atStart(CodeBuilder code) {
            check(code);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case LabelTarget target -> passed.add(target.label());
                case BranchInstruction branch when passed.contains(branch.target()) -> check(code);
                default -> { }
            }
            code.with(element);
        }

        private static void check(CodeBuilder code) {
            code.invokestatic(STOP, "check", ConstantDescs.MTD_void);
        }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        value = null;
        thrown = null;
        try {
            value = snippet.invoke(null);
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            throw e;
        }
        return "";
    }

    /** What the latest snippet gave. */
    Object value() {
        return value;
    }

    /** What the latest snippet threw, or {@code null}. */
    Throwable thrown() {
        return thrown;
    }

    // A thread is interrupted only while it is in a cell's code: javac reads jars through channels, and an interrupt would close them.
    @Override
    protected void clientCodeEnter() {
        synchronized (lock) {
            running = Thread.currentThread();
            if (stopWanted) {
                condemn();
            }
        }
    }

    @Override
    protected void clientCodeLeave() {
        synchronized (lock) {
            if (running == Thread.currentThread()) {
                running = null;
            }
            CellStop.pardon(Thread.currentThread());
            Thread.interrupted();
        }
    }

    /** Stops what runs now, and whatever else the same cell would run, until {@link #beginCell}. */
    void stopCell() {
        synchronized (lock) {
            stopWanted = true;
            condemn();
        }
    }

    private void condemn() {
        if (running != null) {
            CellStop.condemn(running);
            running.interrupt();
        }
    }

    void beginCell() {
        synchronized (lock) {
            stopWanted = false;
        }
    }

    /** Whether the current cell was told to stop. */
    boolean stopWanted() {
        synchronized (lock) {
            return stopWanted;
        }
    }

    /** Leaves a thread that does not stop to itself: it stays condemned, and a new thread takes over. */
    void abandon() {
        synchronized (lock) {
            running = null;
            stopWanted = false;
        }
    }
}
