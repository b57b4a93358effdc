package io.connections.application.overview;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A row with all that is asked of it again and again, found once.
///
/// @param number its own in the [OverviewIndex]
record OverviewEntry(
        int number,
        OverviewRow row,
        String nameKey,
        String typeKey,
        String words,
        ConnectionStatus status,
        LastOutcome outcome,
        Optional<Attention> attention) {
    static OverviewEntry of(int number, OverviewRow row) {
        String nameKey = folded(row.name());
        String typeKey = folded(row.typeName());
        String labels =
                row.labels().stream()
                        .map(label -> folded(label.name().value()))
                        .collect(Collectors.joining("\n"));
        return new OverviewEntry(
                number,
                row,
                nameKey,
                typeKey,
                String.join("\n", nameKey, folded(row.description()), typeKey, labels),
                row.facts().status(),
                row.facts().outcome(),
                row.attention());
    }

    /// The words of a search as [#says] compares them.
    static List<String> words(String search) {
        return Stream.of(folded(search).split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    }

    boolean says(List<String> searched) {
        for (String word : searched) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// Small letters, accents taken off: how a search compares.
    private static String folded(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
