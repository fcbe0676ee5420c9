package dev.cellvisor.notebook;

import dev.cellvisor.view.Show;
import dev.cellvisor.view.View;
import dev.cellvisor.view.Views;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.reply.ExecuteReply;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The Jupyter kernel: cells are Java, evaluated by JShell in this JVM, and every type with a {@link View} shows itself.
 * Jupyter starts {@link #main} as the kernelspec of {@link KernelSpec} says.
 */
public final class Kernel extends BaseKernel {
    private final CellEvaluator evaluator = new CellEvaluator(Startup.snippets());
    private final CellOutput out = new CellOutput();
    private final CellOutput err = new CellOutput();
    private volatile long failedAtMillis;
    private CellFailure lastFailure;

    private Kernel() {
        // Our own streams gather what is printed; the base kernel's send one message for each flush, and lose what has no line end.
        setShouldReplaceStdStreams(false);
        System.setOut(new PrintStream(out, false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, false, StandardCharsets.UTF_8));
        System.setIn(getIO().in);
        RendererBridge.register(getRenderer());
        Show.to(this::show);
    }

    /**
     * Serves one connection until it is shut down.
     *
     * @param args the path of Jupyter's connection file
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            System.err.println("usage: Kernel CONNECTION-FILE (Jupyter starts it; `cellvisor lab` installs it)");
            System.exit(2);
        }
        // The base kernel logs each message. Asking for the handlers makes them now, on the real standard error.
        Logger root = Logger.getLogger("");
        root.setLevel(Level.SEVERE);
        root.getHandlers();
        var connection = new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
        var kernel = new Kernel();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        // A Jupyter that was killed cannot say goodbye; without it nobody can reach this kernel again.
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
        connection.waitUntilClose();
        // A cell may have left threads behind.
        System.exit(0);
    }

    @Override
    public void becomeHandlerForConnection(JupyterConnection connection) {
        super.becomeHandlerForConnection(connection);
        ShellHandler<ExecuteRequest> execute = connection.getHandler(MessageType.EXECUTE_REQUEST);
        connection.setHandler(MessageType.EXECUTE_REQUEST, (env, message) -> {
            // After a failure, cells that were sent before it are skipped, as "run all" expects. The base kernel would run them.
            if (sentAtMillis(message) <= failedAtMillis) {
                skip(env, message);
                return;
            }
            execute.handle(env, message);
            if (!message.getContent().shouldStopOnError()) {
                failedAtMillis = 0;
            }
        });
    }

    // The base kernel's own parser knows milliseconds only; Jupyter sends microseconds.
    private static long sentAtMillis(Message<?> message) {
        try {
            return Instant.parse(message.getHeader().getTimestamp().getDateString()).toEpochMilli();
        } catch (DateTimeParseException e) {
            return Long.MAX_VALUE;
        }
    }

    private static void skip(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
        env.setBusyDeferIdle();
        env.reply(new Message<Object>(message, rawType(), new Aborted("aborted")));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static MessageType<Object> rawType() {
        return (MessageType) ExecuteReply.MESSAGE_TYPE;
    }

    /** The content of a reply to a cell that was skipped. */
    private record Aborted(String status) {
    }

    @Override
    public DisplayData eval(String code) throws Exception {
        out.to(text -> {
            getIO().out.print(text);
            getIO().out.flush();
        });
        err.to(text -> {
            getIO().err.print(text);
            getIO().err.flush();
        });
        lastFailure = null;
        try {
            CellEvaluator.Result result = evaluator.evaluate(code, executionCount.get() - 1);
            return result.present() ? data(Views.of(result.value())) : null;
        } catch (CellFailure failure) {
            failedAtMillis = System.currentTimeMillis();
            lastFailure = failure;
            throw failure.asException(evaluator.thrown());
        } finally {
            flush();
            out.to(null);
            err.to(null);
        }
    }

    private void flush() {
        System.out.flush();
        System.err.flush();
        out.drain();
        err.drain();
    }

    private Show.Shown show(View view) {
        String id = UUID.randomUUID().toString();
        // What was printed before comes before.
        flush();
        DisplayData data = data(view);
        data.setDisplayId(id);
        getIO().display.display(data);
        return value -> {
            flush();
            getIO().display.updateDisplay(id, data(Views.of(value)));
        };
    }

    private static DisplayData data(View view) {
        var data = new DisplayData();
        view.byMimeType().forEach(data::putData);
        return data;
    }

    @Override
    public List<String> formatError(Exception e) {
        return lastFailure != null ? lastFailure.traceback() : super.formatError(e);
    }

    @Override
    public void interrupt() {
        evaluator.interrupt();
    }

    @Override
    public ReplacementOptions complete(String code, int at) throws Exception {
        CodeHelp.Completion found = evaluator.withShell(shell -> CodeHelp.complete(shell, code, at));
        return new ReplacementOptions(found.texts(), found.start(), found.end());
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) throws Exception {
        String found = evaluator.withShell(shell -> CodeHelp.inspect(shell, code, at, extraDetail));
        return found.isEmpty() ? null : new DisplayData(found);
    }

    @Override
    public String isComplete(String code) {
        try {
            return evaluator.withShell(shell -> CodeHelp.isComplete(shell, code));
        } catch (Exception e) {
            return IS_COMPLETE_MAYBE;
        }
    }

    @Override
    public String getBanner() {
        return "Cellvisor · Java " + Runtime.version().feature();
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("java").version(Runtime.version().toString()).mimetype("text/x-java-source").fileExtension(".jshell")
                .pygments("java").codemirror("text/x-java").build();
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        evaluator.close();
    }
}
