package io.connections.application.overview;

import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.label.LabelId;
import java.util.Optional;
import java.util.Set;

/// Which connections are wanted. Of several values of one kind any will do; all kinds must hold. An
/// empty set leaves nothing out.
///
/// @param search words that stand in the name, the description, the type's name or a label; upper
///     and lower case and accents do not count
/// @param favorite `true`: those that the actor has starred
/// @param creators names of those who made them
/// @param attention `true`: those that need somebody ([Attention])
/// @param objectives that they are linked to
/// @param channels that they have chosen; one that is active on all has chosen none
public record ConnectionFilter(
        String search,
        Set<LabelId> labels,
        Set<ConnectionTypeId> types,
        Set<ConnectionStatus> statuses,
        Set<LastOutcome> outcomes,
        Set<Direction> directions,
        Optional<Boolean> favorite,
        Optional<Boolean> on,
        Set<String> creators,
        Optional<Boolean> attention,
        Set<ObjectiveId> objectives,
        Set<ChannelId> channels) {
    public static final ConnectionFilter ALL =
            new ConnectionFilter(
                    "",
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    Set.of(),
                    Set.of());

    public ConnectionFilter {
        search = search.strip();
        labels = Set.copyOf(labels);
        types = Set.copyOf(types);
        statuses = Set.copyOf(statuses);
        outcomes = Set.copyOf(outcomes);
        directions = Set.copyOf(directions);
        creators = Set.copyOf(creators);
        objectives = Set.copyOf(objectives);
        channels = Set.copyOf(channels);
    }

    /// What the filter can be narrowed by, and what the menus count.
    public enum Kind {
        LABEL,
        TYPE,
        STATUS,
        OUTCOME,
        DIRECTION,
        FAVORITE,
        ON,
        CREATOR,
        ATTENTION,
        OBJECTIVE,
        CHANNEL
    }

    /// As if nobody had chosen anything of this kind.
    public ConnectionFilter without(Kind kind) {
        return new ConnectionFilter(
                search,
                kind == Kind.LABEL ? Set.of() : labels,
                kind == Kind.TYPE ? Set.of() : types,
                kind == Kind.STATUS ? Set.of() : statuses,
                kind == Kind.OUTCOME ? Set.of() : outcomes,
                kind == Kind.DIRECTION ? Set.of() : directions,
                kind == Kind.FAVORITE ? Optional.empty() : favorite,
                kind == Kind.ON ? Optional.empty() : on,
                kind == Kind.CREATOR ? Set.of() : creators,
                kind == Kind.ATTENTION ? Optional.empty() : attention,
                kind == Kind.OBJECTIVE ? Set.of() : objectives,
                kind == Kind.CHANNEL ? Set.of() : channels);
    }

    public ConnectionFilter searching(String words) {
        return new ConnectionFilter(
                words,
                labels,
                types,
                statuses,
                outcomes,
                directions,
                favorite,
                on,
                creators,
                attention,
                objectives,
                channels);
    }
}
