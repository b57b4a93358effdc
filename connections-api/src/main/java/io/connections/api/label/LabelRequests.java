package io.connections.api.label;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.LabelChange;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What can be asked of labels.
public final class LabelRequests {
    /// Of an operation that takes a [Replace].
    public static final String REPLACES =
            "Exactly these, 20 at most; names that are new become labels. What somebody else put on"
                    + " meanwhile is taken off: to add or remove single ones, PATCH.";

    /// Of an operation that takes an [Adjust].
    public static final String ADJUSTS =
            "What is not named stays as it is, also what somebody else put on meanwhile. It has 20"
                    + " at most; names that are new become labels.";

    private LabelRequests() {}

    @Schema(
            name = "NameLabel",
            requiredProperties = {"name"},
            examples =
                    """
                    {"name":"Black Friday"}
                    """)
    public record Name(@Nullable String name) {}

    @Schema(
            name = "MergeLabel",
            requiredProperties = {"into"},
            examples =
                    """
                    {"into":"0198c0de-0000-7000-8000-000000000007"}
                    """)
    public record Merge(@Nullable String into) {}

    @Schema(
            name = "SetLabels",
            requiredProperties = {"names"},
            examples =
                    """
                    {"names":["Black Friday","Shop"]}
                    """)
    public record Replace(@Nullable List<@Nullable String> names) {
        public static LabelChange change(@Nullable Replace given) {
            if (given == null || given.names() == null) {
                throw RequestInvalid.at("/names", "required", "Send the names of all labels.");
            }
            return new LabelChange.Replace(texts("/names", given.names()));
        }
    }

    @Schema(
            name = "ChangeLabels",
            examples =
                    """
                    {"add":["Black Friday"],"remove":["Shop"]}
                    """)
    public record Adjust(
            @Nullable List<@Nullable String> add, @Nullable List<@Nullable String> remove) {
        public static LabelChange change(@Nullable Adjust given) {
            if (given == null) {
                throw RequestInvalid.at("", "required", "Send a JSON object.");
            }
            return given.adjustment();
        }

        public LabelChange.Adjust adjustment() {
            return new LabelChange.Adjust(texts("/add", add), texts("/remove", remove));
        }
    }

    private static List<String> texts(String pointer, @Nullable List<@Nullable String> given) {
        List<String> texts = new ArrayList<>();
        if (given != null) {
            for (String text : given) {
                if (text == null) {
                    throw RequestInvalid.at(
                            pointer + "/" + texts.size(), "required", "Send a text.");
                }
                texts.add(text);
            }
        }
        return texts;
    }
}
