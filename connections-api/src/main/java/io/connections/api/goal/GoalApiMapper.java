package io.connections.api.goal;

import io.connections.application.goal.port.TextTools;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.kernel.Violation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Goals between wire and domain. By hand, since both sides are unions and what a person wrote is
/// compiled on the way; everything that cannot be is collected with its place.
@Singleton
public class GoalApiMapper {
    private final TextTools tools;

    GoalApiMapper(TextTools tools) {
        this.tools = tools;
    }

    /// Goals as far as they could be read.
    ///
    /// @param unreadable every place that could not
    public record Goals(List<Goal> goals, List<Violation> unreadable) {}

    public Goals goals(@Nullable List<GoalJson> goals) {
        List<GoalJson> wanted = Objects.requireNonNullElse(goals, List.of());
        Given given = new Given();
        GoalReading reading = new GoalReading(tools, given);
        List<Goal> read = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            read.add(reading.goal(wanted.get(i), "/goals/" + i));
        }
        return new Goals(read, given.violations());
    }

    /// Fails with [RequestInvalid] that names every place.
    ///
    /// @param pointer where it stands in the request
    public ImportGoal importGoal(GoalJson goal, String pointer) {
        if (read(reading -> reading.goal(goal, pointer)) instanceof ImportGoal importGoal) {
            return importGoal;
        }
        throw new RequestInvalid(
                List.of(
                        new Violation(
                                pointer + "/kind",
                                "reads-no-file",
                                "Only a goal that imports a file's records has rows to look at.")));
    }

    /// @param pointer where it stands in the request
    public FileSource source(GoalJson.@Nullable SourceJson source, String pointer) {
        return read(reading -> reading.source(source, pointer));
    }

    public static GoalJson json(Goal goal) {
        return GoalToJson.json(goal);
    }

    private <T> T read(Function<GoalReading, T> what) {
        Given given = new Given();
        T read = what.apply(new GoalReading(tools, given));
        given.refuseWhatIsWrong();
        return read;
    }
}
