package io.connections.api.personal;

import io.connections.domain.personal.SavedView;
import io.connections.domain.personal.ViewState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Views as the API shows and takes them.
public final class ViewJson {
    private ViewJson() {}

    @Schema(
            name = "CreateViewRequest",
            requiredProperties = {"list", "name", "state"})
    public record Create(
            @Nullable String list, @Nullable String name, @Nullable GivenState state) {}

    /// @param name absent: as it is
    /// @param state absent: as it is
    @Schema(name = "ChangeViewRequest")
    public record Change(@Nullable String name, @Nullable GivenState state) {}

    @Schema(name = "ViewStateRequest")
    public record GivenState(
            @Nullable String search,
            @Nullable Map<String, @Nullable List<String>> filters,
            @Nullable String sort,
            @Nullable List<String> columns) {
        ViewState state() {
            Map<String, List<String>> chosen = new HashMap<>();
            Objects.requireNonNullElse(filters, Map.<String, List<String>>of())
                    .forEach((name, values) -> chosen.put(name, texts(values)));
            return new ViewState(
                    Objects.requireNonNullElse(search, ""),
                    chosen,
                    Objects.requireNonNullElse(sort, ""),
                    texts(columns));
        }

        private static List<String> texts(@Nullable List<String> values) {
            return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
        }
    }

    /// @param filters the chosen values, by the name of the list's filter
    /// @param sort as the list takes it; empty: as the list likes
    /// @param columns those shown, in their order; empty: as the list likes
    @Schema(name = "ViewState")
    public record State(
            String search, Map<String, List<String>> filters, String sort, List<String> columns) {
        static State of(ViewState state) {
            return new State(state.search(), state.filters(), state.sort(), state.columns());
        }
    }

    /// @param list which list: `connections`
    @Schema(name = "View")
    public record View(UUID id, String list, String name, State state) {
        static View of(SavedView view) {
            return new View(view.id().value(), view.list(), view.name(), State.of(view.state()));
        }
    }

    @Schema(name = "Views")
    public record Items(List<View> items) {
        static Items of(List<SavedView> views) {
            return new Items(views.stream().map(View::of).toList());
        }
    }
}
