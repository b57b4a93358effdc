package io.connections.domain.connection;

import io.connections.domain.audit.Change;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.catalog.SetupField.Kind;
import io.connections.domain.catalog.SetupForm;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ScopeDifference;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.GoalWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is not the same in two states of a connection, in the words of its page. Values are said as
/// a person chose them, goals and mapping rows by name; secrets are no part of either state.
public final class Difference {
    private final SetupForm form;
    private final List<Change> changes = new ArrayList<>();

    private Difference(SetupForm form) {
        this.form = form;
    }

    /// @param form of the connection's type, which names the setup fields
    /// @param channels the names of those that either state has chosen; others are gone
    public static List<Change> between(
            Content before, Content after, SetupForm form, Map<ChannelId, String> channels) {
        Difference difference = new Difference(form);
        difference.compare("Name", before.name(), after.name());
        difference.compare("Description", before.description(), after.description());
        difference.compare("Edit rights", before.editRights().said(), after.editRights().said());
        difference.compare(
                "Objectives", objectives(before.objectives()), objectives(after.objectives()));
        difference.changes.addAll(ScopeDifference.between(before.scope(), after.scope(), channels));
        difference.setup(before.setup(), after.setup());
        difference.goals(before.goals(), after.goals());
        return List.copyOf(difference.changes);
    }

    /// What a new connection begins with.
    public static List<Change> ofNew(
            Content content, SetupForm form, Map<ChannelId, String> channels) {
        return between(Content.NOTHING, content, form, channels);
    }

    private void setup(SetupValues before, SetupValues after) {
        // A type may have lost a field since.
        Set<String> ids = new LinkedHashSet<>(form.fields().stream().map(SetupField::id).toList());
        before.values().keySet().stream().sorted().forEach(ids::add);
        after.values().keySet().stream().sorted().forEach(ids::add);
        for (String id : ids) {
            Optional<SetupField> field = form.find(id);
            String old = before.find(id).orElse("");
            String now = after.find(id).orElse("");
            if (!old.equals(now)) {
                String label = field.map(SetupField::label).orElse(id);
                changes.add(
                        field.filter(SetupField::isSecret).isPresent()
                                ? Change.ofSecret(label)
                                : Change.of(label, said(old, field), said(now, field)));
            }
        }
    }

    private static String said(String value, Optional<SetupField> field) {
        return field.map(known -> said(value, known.kind())).orElse(value);
    }

    private static String said(String value, Kind kind) {
        return switch (kind) {
            case Kind.YesNo() ->
                    switch (value) {
                        case "true" -> "yes";
                        case "false" -> "no";
                        default -> value;
                    };
            case Kind.Choice(List<SetupField.Option> options) ->
                    options.stream()
                            .filter(option -> option.value().equals(value))
                            .map(SetupField.Option::label)
                            .findFirst()
                            .orElse(value);
            case Kind.Text _, Kind.WholeNumber _, Kind.SecretText _, Kind.Pinned _ -> value;
        };
    }

    private void goals(List<Goal> before, List<Goal> after) {
        Map<GoalId, Goal> old = byId(before);
        Map<GoalId, Goal> now = byId(after);
        for (Goal goal : after) {
            Goal earlier = old.get(goal.id());
            if (earlier == null) {
                changes.add(
                        Change.of(GoalDifference.title(goal), "", GoalDifference.summary(goal)));
            } else {
                changes.addAll(GoalDifference.between(earlier, goal));
            }
        }
        for (Goal goal : before) {
            if (!now.containsKey(goal.id())) {
                changes.add(
                        Change.of(GoalDifference.title(goal), GoalDifference.summary(goal), ""));
            }
        }
        List<GoalId> oldOrder = before.stream().map(Goal::id).filter(now::containsKey).toList();
        List<GoalId> newOrder = after.stream().map(Goal::id).filter(old::containsKey).toList();
        if (!oldOrder.equals(newOrder)) {
            compare("Order of goals", names(oldOrder, after), names(newOrder, after));
        }
    }

    private static String objectives(List<ObjectiveId> objectives) {
        return objectives.stream().map(ObjectiveId::value).collect(Collectors.joining(", "));
    }

    private static Map<GoalId, Goal> byId(List<Goal> goals) {
        return goals.stream()
                .collect(Collectors.toMap(Goal::id, Function.identity(), (first, _) -> first));
    }

    private static String names(List<GoalId> order, List<Goal> goals) {
        return goals.stream()
                .filter(goal -> order.contains(goal.id()))
                .sorted(Comparator.comparingInt(goal -> order.indexOf(goal.id())))
                .map(goal -> GoalWords.quoted(goal.name()))
                .collect(Collectors.joining(", "));
    }

    private void compare(String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(Change.of(what, before, after));
        }
    }
}
