package io.connections.api.label;

import io.connections.domain.label.Label;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A label as it stands on an object.
@Schema(
        name = "LabelRef",
        examples =
                """
                {"id":"0198c0de-0000-7000-8000-000000000007","name":"Black Friday"}
                """)
public record LabelRefResponse(UUID id, String name) {
    public static LabelRefResponse of(Label label) {
        return new LabelRefResponse(label.id().value(), label.name().value());
    }

    public static List<LabelRefResponse> of(List<Label> labels) {
        return labels.stream().map(LabelRefResponse::of).toList();
    }

    /// All labels of one object, by name.
    @Schema(name = "LabelsOfObject")
    public record Items(List<LabelRefResponse> items) {
        public static Items of(List<Label> labels) {
            return new Items(LabelRefResponse.of(labels));
        }
    }
}
