package io.connections.api.goal;

import io.connections.api.profile.PropertyTypeJson;
import io.connections.application.goal.PrepareGoals.Prepared;
import io.connections.domain.catalog.PreparedColumn;
import io.connections.domain.profile.PropertyId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PreparedGoals")
public record PreparedGoalsResponse(List<Item> items) {
    static PreparedGoalsResponse of(List<Prepared> prepared) {
        return new PreparedGoalsResponse(prepared.stream().map(Item::of).toList());
    }

    /// @param goal maps the columns whose property there is
    /// @param columns all of them
    /// @param matchBy what the goal would match by once all properties are made, an OR of ANDs
    @Schema(name = "PreparedGoal")
    public record Item(GoalJson goal, List<Column> columns, List<List<String>> matchBy) {
        static Item of(Prepared prepared) {
            return new Item(
                    GoalToJson.json(prepared.goal()),
                    prepared.from().columns().stream().map(Column::of).toList(),
                    prepared.from().matching().anyOf().stream()
                            .map(group -> group.stream().map(PropertyId::value).toList())
                            .toList());
        }
    }

    /// @param property the id that the property has or would have
    /// @param name what it would be called
    /// @param cleaning the processors that bring the column's values to the type
    @Schema(name = "PreparedColumn")
    public record Column(
            String column,
            String property,
            String name,
            PropertyTypeJson type,
            boolean identifier,
            List<ProcessorJson> cleaning) {
        static Column of(PreparedColumn column) {
            return new Column(
                    column.column(),
                    column.property().value(),
                    column.name(),
                    PropertyTypeJson.of(column.type()),
                    column.identifier(),
                    column.cleaning().stream().map(GoalToJson::json).toList());
        }
    }
}
