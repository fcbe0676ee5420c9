package dev.cellvisor.notebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What an editor asks about a cell that has not run: completion, documentation, and whether it is complete. */
final class CodeHelp {

    /** Texts that may stand in place of {@code [start, end)} of the code. */
    record Completion(List<String> texts, int start, int end) {
    }

    private CodeHelp() {
    }

    /** The part of a cell that a question is about: earlier snippets of the same cell, which have not run, and the snippet itself. */
    private record Context(String before, String snippet) {
    }

    private static Context split(SourceCodeAnalysis analysis, String code) {
        String rest = code;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (!info.completeness().isComplete() || info.remaining().isBlank()) {
                return new Context(code.substring(0, code.length() - rest.length()), rest);
            }
            rest = info.remaining();
        }
    }

    static Completion complete(JShell shell, String code, int at) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        Context context = split(analysis, code.substring(0, at));
        Completion found = suggestions(analysis, context.snippet, at);
        if (found.texts.isEmpty() && !context.before.isBlank()) {
            // Variables of this very cell are not declared yet; inside a block they are known to the compiler all the same.
            found = suggestions(analysis, "{ " + context.before + "\n" + context.snippet, at);
        }
        return found;
    }

    private static Completion suggestions(SourceCodeAnalysis analysis, String input, int at) {
        int[] anchor = {input.length()};
        List<Suggestion> suggestions = analysis.completionSuggestions(input, input.length(), anchor);
        boolean exact = suggestions.stream().anyMatch(Suggestion::matchesType);
        Set<String> texts = new LinkedHashSet<>();
        suggestions.stream().filter(suggestion -> exact && suggestion.matchesType()).forEach(suggestion -> texts.add(suggestion.continuation()));
        suggestions.stream().filter(suggestion -> !exact || !suggestion.matchesType()).forEach(suggestion -> texts.add(suggestion.continuation()));
        return new Completion(List.copyOf(texts), at - (input.length() - anchor[0]), at);
    }

    /** Signatures and Javadoc of what stands at or around a position; empty if nothing is known. */
    static String inspect(JShell shell, String code, int at, boolean everything) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        int end = at;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int call = end;
        while (call < code.length() && code.charAt(call) == ' ') {
            call++;
        }
        if (call < code.length() && code.charAt(call) == '(' && end > 0 && Character.isJavaIdentifierPart(code.charAt(end - 1))) {
            end = call + 1;
        }
        Context context = split(analysis, code.substring(0, end));
        List<Documentation> found = analysis.documentation(context.snippet, context.snippet.length(), true);
        if (found.isEmpty() && !context.before.isBlank()) {
            String block = "{ " + context.before + "\n" + context.snippet;
            found = analysis.documentation(block, block.length(), true);
        }
        List<String> parts = new ArrayList<>();
        for (Documentation documentation : found) {
            String javadoc = documentation.javadoc();
            String text = javadoc == null ? "" : JavadocText.of(javadoc);
            parts.add(documentation.signature() + (text.isEmpty() ? "" : "\n\n" + text.indent(2).stripTrailing()));
            if (parts.size() == 8 && !everything) {
                break;
            }
        }
        return String.join("\n\n" + "─".repeat(60) + "\n", parts);
    }

    /** Jupyter's answer to whether a cell is complete: {@code complete}, {@code invalid}, {@code unknown} or the indent to go on with. */
    static String isComplete(JShell shell, String code) {
        String rest = code;
        while (true) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            Completeness completeness = info.completeness();
            if (completeness == Completeness.DEFINITELY_INCOMPLETE) {
                return "    ";
            }
            if (completeness == Completeness.UNKNOWN) {
                return "invalid";
            }
            if (completeness == Completeness.EMPTY || info.remaining().isBlank()) {
                return "complete";
            }
            rest = info.remaining();
        }
    }
}
