package io.connections.application.label;

import java.util.List;

/// What to do with the labels of one object. Names are as a person typed them.
public sealed interface LabelChange {
    /// Exactly these from now on.
    record Replace(List<String> names) implements LabelChange {
        public Replace {
            names = List.copyOf(names);
        }
    }

    /// Puts some on and takes others off; what somebody else put on meanwhile stays.
    record Adjust(List<String> add, List<String> remove) implements LabelChange {
        public Adjust {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }
    }
}
