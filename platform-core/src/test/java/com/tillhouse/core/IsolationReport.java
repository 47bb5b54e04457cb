package com.tillhouse.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A dated record of what was tried against the separation of tenants and how each try ended, as PCI DSS A1.1.4 asks for. Written to
 * {@code target/isolation/} of the module whose test fills it, whether the tries ended well or not.
 */
public final class IsolationReport {
    private final String name;
    private final String question;
    private final Instant started = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    private final List<Line> lines = new ArrayList<>();

    /**
     * Begins a report.
     *
     * @param name the file's name without its ending
     * @param question what the tries were to find out, in one sentence
     */
    public IsolationReport(String name, String question) {
        this.name = name;
        this.question = question;
    }

    private record Line(String what, String how, String result) {}

    /** Something that is tried; it may fail by throwing. */
    @FunctionalInterface
    public interface Try {
        /** Answers what was seen, in a few words. */
        String run();
    }

    /** Tries it and notes how it ended; what it throws is thrown on. */
    public void cell(String what, String how, Try tried) {
        String result = "FAILED";
        try {
            result = tried.run();
        } finally {
            lines.add(new Line(what, how, result));
        }
    }

    /** Writes what was noted so far. */
    public void write() {
        long failed =
                lines.stream().filter(line -> line.result().equals("FAILED")).count();
        StringBuilder text = new StringBuilder("# ")
                .append(name)
                .append("\n\n")
                .append(question)
                .append("\n\n- date: ")
                .append(started)
                .append("\n- commit: ")
                .append(commit())
                .append("\n- tries: ")
                .append(lines.size())
                .append("\n- failed: ")
                .append(failed)
                .append("\n\n| what | tried with | seen |\n|---|---|---|\n");
        lines.forEach(line -> text.append("| ")
                .append(cellText(line.what()))
                .append(" | ")
                .append(cellText(line.how()))
                .append(" | ")
                .append(cellText(line.result()))
                .append(" |\n"));
        try {
            Path folder = Files.createDirectories(Path.of("target", "isolation"));
            Files.writeString(folder.resolve(name + ".md"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cellText(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }

    /** The commit that was tried, with a mark when files were changed since; "unknown" outside a repository. */
    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
