package io.connections.domain.channel;

/// How a text of a rule and what a rule looks at have to go together.
public enum Comparison {
    STARTS_WITH {
        @Override
        boolean holds(String sight, String text) {
            return sight.startsWith(text);
        }
    },
    CONTAINS {
        @Override
        boolean holds(String sight, String text) {
            return sight.contains(text);
        }
    },
    IS {
        @Override
        boolean holds(String sight, String text) {
            return sight.equals(text);
        }
    },
    ENDS_WITH {
        @Override
        boolean holds(String sight, String text) {
            return sight.endsWith(text);
        }
    };

    abstract boolean holds(String sight, String text);
}
