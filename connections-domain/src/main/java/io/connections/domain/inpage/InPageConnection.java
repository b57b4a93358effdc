package io.connections.domain.inpage;

import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.Channels;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalCheck;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.ImportPlan;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// One that is switched on and complete, made ready to be asked about pages and people.
public final class InPageConnection {
    private final ConnectionId id;
    private final String name;
    private final ChannelScope scope;
    private final ConsentGate gate;
    private final List<Import> imports = new ArrayList<>();
    private final Map<String, Integer> shown = new TreeMap<>();

    private InPageConnection(Connection connection, ConsentGate gate) {
        this.id = connection.id();
        this.name = connection.name();
        this.scope = connection.scope();
        this.gate = gate;
    }

    /// @param variables that a page is asked for
    public record Import(GoalId goal, ImportPlan plan, Set<String> variables) {}

    /// Empty for one that is off, or of which an enabled goal is not complete: it does nothing.
    ///
    /// @param properties all that there are
    /// @param gate of the connection
    public static Optional<InPageConnection> of(
            Connection connection, Collection<ProfileProperty> properties, ConsentGate gate) {
        List<Goal> goals = connection.goals().stream().filter(Goal::enabled).toList();
        boolean incomplete =
                goals.stream()
                        .anyMatch(goal -> !GoalCheck.problems(goal, properties, "").isEmpty());
        if (!connection.on() || goals.isEmpty() || incomplete) {
            return Optional.empty();
        }
        InPageConnection ready = new InPageConnection(connection, gate);
        goals.forEach(goal -> ready.add(goal, properties));
        return Optional.of(ready);
    }

    private void add(Goal goal, Collection<ProfileProperty> properties) {
        switch (goal) {
            case ImportVariables one -> {
                ImportPlan plan = ImportPlan.of(one, properties);
                imports.add(new Import(one.id(), plan, plan.columns().named()));
            }
            case ExportVariables one ->
                    one.values()
                            .forEach(
                                    value ->
                                            properties.stream()
                                                    .filter(
                                                            each ->
                                                                    each.id()
                                                                            .equals(
                                                                                    value
                                                                                            .property()))
                                                    .forEach(
                                                            each ->
                                                                    shown.putIfAbsent(
                                                                            value.variable(),
                                                                            each.number())));
            case ImportGoal _ -> {
                // Reads files, which no page has.
            }
        }
    }

    public ConnectionId id() {
        return id;
    }

    public String name() {
        return name;
    }

    public ConsentGate gate() {
        return gate;
    }

    public List<Import> imports() {
        return imports;
    }

    /// Whether there may be a page of the channel where it does something.
    public boolean mayActOn(ChannelId channel) {
        return scope.rulesOn(channel).isPresent() && !(imports.isEmpty() && shown.isEmpty());
    }

    public boolean isActiveOn(Channels channels, PageAddress page) {
        return scope.judge(channels, page).isInside();
    }

    /// Whether consent covers it: what was said at the browser, and what is known of the profile.
    /// The first that holds back says why.
    ///
    /// @param profile absent: there is none yet
    public ConsentGate.Verdict judge(
            ConsentGate.Subject visitor, Optional<ConsentGate.Subject> profile) {
        ConsentGate.Verdict verdict = gate.judge(visitor);
        return verdict instanceof ConsentGate.Verdict.HeldBack || profile.isEmpty()
                ? verdict
                : gate.judge(profile.get());
    }

    /// The variables that it wants to know.
    public Set<String> variables() {
        Set<String> all = new LinkedHashSet<>();
        imports.forEach(each -> all.addAll(each.variables()));
        return all;
    }

    /// What it shows of a profile, by variable.
    ///
    public Map<String, List<String>> shown(PropertyValues values) {
        Map<String, List<String>> result = new TreeMap<>();
        shown.forEach(
                (variable, property) -> {
                    List<String> there = values.of(property);
                    if (!there.isEmpty()) {
                        result.put(variable, there);
                    }
                });
        return result;
    }
}
