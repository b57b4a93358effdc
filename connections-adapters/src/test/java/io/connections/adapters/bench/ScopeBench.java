package io.connections.adapters.bench;

import io.connections.adapters.text.LibraryTextTools;
import io.connections.application.goal.port.TextTools.Compiled;
import io.connections.domain.channel.ChannelFixtures;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.Channels;
import io.connections.domain.channel.Comparison;
import io.connections.domain.channel.Condition;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.channel.ScopeRule;
import io.connections.domain.channel.ScopeRule.Effect;
import io.connections.domain.goal.TextPattern;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// How much of a processor's time it takes to decide whether a connection is active on a page. None
/// of the rules matches, so that every one is asked.
public final class ScopeBench {
    private static final List<Comparison> COMPARISONS = List.of(Comparison.values());
    private static final int RULES = 200;
    private static final int ROUNDS = 7;
    private static final int WARM = 2;

    private final Channels channels;
    private final List<PageAddress> pages;
    private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    private long inside;

    private ScopeBench() {
        channels =
                Channels.of(
                        IntStream.range(0, 100)
                                .mapToObj(
                                        i ->
                                                ChannelFixtures.website(
                                                        i,
                                                        "Shop " + i,
                                                        "shop%d.example".formatted(i)))
                                .toList());
        pages =
                IntStream.range(0, 100)
                        .mapToObj(
                                i ->
                                        ChannelFixtures.page(
                                                "https://shop7.example/en/support/articles/%d.html?utm_source=mail&id=%d"
                                                        .formatted(i, i * 31)))
                        .toList();
    }

    public static void main(String[] arguments) {
        ScopeBench bench = new ScopeBench();
        bench.decision("scope.texts", 1_000, ScopeBench::text);
        bench.decision(
                "scope.tenth-patterns",
                100,
                i -> i % 10 == 0 ? pattern("/blog/[0-9]+x" + i) : text(i));
        bench.decision("scope.patterns", 10, i -> pattern("/blog/[0-9]+x" + i));
        bench.decision(
                "scope.patterns-built-to-blow-up", 10, i -> pattern("^(/[a-z]+)+" + i + "$"));
        bench.reading();
    }

    private static ScopeRule text(int number) {
        Comparison comparison = COMPARISONS.get(number % COMPARISONS.size());
        Effect effect = number % 2 == 0 ? Effect.EXCLUDE : Effect.RESTRICT;
        return new ScopeRule(effect, Condition.Text.of(comparison, "/en/support/x/" + number));
    }

    private static ScopeRule pattern(String source) {
        return switch (new LibraryTextTools().pattern(source)) {
            case Compiled.Ready<TextPattern>(TextPattern pattern) ->
                    new ScopeRule(Effect.EXCLUDE, new Condition.Pattern(pattern));
            case Compiled.Faulty<TextPattern>(String message) ->
                    throw new IllegalArgumentException(message);
        };
    }

    private void decision(String name, int times, IntFunction<ScopeRule> rule) {
        ScopeRule[] rules = IntStream.range(0, RULES).mapToObj(rule).toArray(ScopeRule[]::new);
        ChannelScope scope =
                ChannelFixtures.on(ChannelFixtures.website(7, "Shop 7", "shop7.example"), rules);
        measure(
                name,
                times * pages.size(),
                () -> {
                    for (int i = 0; i < times; i++) {
                        for (PageAddress page : pages) {
                            inside += scope.judge(channels, page).isInside() ? 1 : 0;
                        }
                    }
                });
    }

    private void reading() {
        String address = "https://shop7.example/en/supp%6frt/%c3%bcber/a/../1.html?utm_source=mail";
        int times = 100_000;
        measure(
                "scope.address",
                times,
                () -> {
                    for (int i = 0; i < times; i++) {
                        inside += ChannelFixtures.page(address).pathAndQuery().length();
                    }
                });
    }

    private void measure(String name, int decisions, Runnable work) {
        List<Double> nanoseconds = new ArrayList<>();
        for (int round = 0; round < WARM + ROUNDS; round++) {
            long start = processor.getCurrentThreadCpuTime();
            work.run();
            double took = (double) (processor.getCurrentThreadCpuTime() - start) / decisions;
            if (round >= WARM) {
                nanoseconds.add(took);
            }
        }
        nanoseconds.sort(Double::compare);
        System.out.printf(
                Locale.ROOT,
                "bench %s %.2f µs best=%.2f worst=%.2f rounds=%d rules=%d (%d)%n",
                name,
                nanoseconds.get(ROUNDS / 2) / 1000,
                nanoseconds.getFirst() / 1000,
                nanoseconds.getLast() / 1000,
                ROUNDS,
                RULES,
                inside & 1);
    }
}
