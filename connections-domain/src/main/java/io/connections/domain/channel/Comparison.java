package io.connections.domain.channel;

/// How the text of a rule and what the rule looks at have to go together.
public enum Comparison {
    STARTS_WITH(true, false),
    CONTAINS(false, false),
    IS(true, true),
    ENDS_WITH(false, true);

    private final boolean fromTheStart;
    private final boolean toTheEnd;

    Comparison(boolean fromTheStart, boolean toTheEnd) {
        this.fromTheStart = fromTheStart;
        this.toTheEnd = toTheEnd;
    }

    boolean isFromTheStart() {
        return fromTheStart;
    }

    boolean isToTheEnd() {
        return toTheEnd;
    }
}
