package io.connections.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Writes down which tests that carry a requirement's number ran, and how they ended. JUnit finds
/// it in every module; surefire's own reports do not name tags.
public final class ProofReport implements TestExecutionListener {
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var outcome =
                switch (result.getStatus()) {
                    case SUCCESSFUL -> test.isTest() ? List.of("passed") : List.<String>of();
                    case FAILED -> List.of("failed");
                    case ABORTED -> List.<String>of();
                };
        test.getTags().stream()
                .map(tag -> tag.getName())
                .filter(ProofReport::isRequirement)
                .forEach(number -> outcome.forEach(how -> lines.add(number + " " + how)));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            var folder = Path.of(System.getProperty("basedir", "."), "target", "proved");
            Files.createDirectories(folder);
            Files.write(Files.createTempFile(folder, "tests", ".txt"), lines);
            lines.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRequirement(String tag) {
        return tag.length() > 1
                && tag.charAt(0) == 'M'
                && tag.substring(1).chars().allMatch(Character::isDigit);
    }
}
