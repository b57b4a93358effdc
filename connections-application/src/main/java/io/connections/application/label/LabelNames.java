package io.connections.application.label;

import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelName;
import java.util.List;

/// What the use cases of labels say alike.
final class LabelNames {
    private LabelNames() {}

    /// Fails with [RequestInvalid].
    static LabelName checked(String pointer, String text) {
        LabelName.violation(pointer, text)
                .ifPresent(
                        violation -> {
                            throw new RequestInvalid(List.of(violation));
                        });
        return LabelName.of(text);
    }

    static Subject subject(Label label) {
        return Subject.of(ObjectKind.LABEL, label.id().value().toString(), label.name().value());
    }
}
