package io.connections.api.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.profile.PropertyTypeJson;
import io.connections.application.connection.port.FileStore.RemoteFile;
import io.connections.application.goal.PreviewSource;
import io.connections.application.goal.port.SourcePreview.Preview;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.domain.goal.ColumnGuess;
import io.connections.domain.goal.InputRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param files what a run would read now, in its order
/// @param format the source's own, else the detected one
/// @param records the first 200, fewer where they have many fields
/// @param broken places before the last of these records where none could be read
/// @param note something worth saying that is no failure
@Schema(name = "SourcePreview")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourcePreviewResponse(
        List<FoundFile> files,
        FormatJson format,
        FormatJson detected,
        List<Field> fields,
        List<SourceRecordJson> records,
        List<BrokenPlace> broken,
        @Nullable String note) {
    static SourcePreviewResponse of(PreviewSource.View view) {
        Preview preview = view.preview();
        return new SourcePreviewResponse(
                preview.files().stream()
                        .map(file -> FoundFile.of(file, view.alreadyImported().contains(file)))
                        .toList(),
                FormatJson.of(preview.used()),
                FormatJson.of(preview.detected()),
                view.columns().stream().map(column -> Field.of(column, preview.records())).toList(),
                preview.records().stream().map(SourceRecordJson::of).toList(),
                preview.broken().stream().map(BrokenPlace::of).toList(),
                preview.note().orElse(null));
    }

    /// @param alreadyImported whether a run of the goal has read it to the end, unchanged since
    @Schema(name = "FoundFile")
    public record FoundFile(
            String path, String name, long size, Instant modified, boolean alreadyImported) {
        static FoundFile of(RemoteFile file, boolean alreadyImported) {
            return new FoundFile(
                    file.path(), file.name(), file.size(), file.modified(), alreadyImported);
        }
    }

    /// @param example its first value
    /// @param cleaning the processors that bring its values to the guessed type
    /// @param unfit how many of the records would have a bad value even so
    @Schema(
            name = "SourceField",
            requiredProperties = {"name", "guessedType", "cleaning", "unfit"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            String name,
            PropertyTypeJson guessedType,
            @Nullable String example,
            List<ProcessorJson> cleaning,
            int unfit) {
        static Field of(ColumnGuess guess, List<InputRecord> records) {
            return new Field(
                    guess.column(),
                    PropertyTypeJson.of(guess.type()),
                    records.stream()
                            .flatMap(record -> record.values(guess.column()).stream())
                            .findFirst()
                            .orElse(null),
                    guess.cleaning().stream().map(GoalToJson::json).toList(),
                    guess.unfit());
        }
    }

    /// @param reason stable, in kebab case
    @Schema(name = "BrokenPlace")
    public record BrokenPlace(long line, String reason, String message, String raw) {
        static BrokenPlace of(Broken broken) {
            return new BrokenPlace(broken.line(), broken.reason(), broken.message(), broken.raw());
        }
    }

    /// A record as its source holds it, before any processor.
    @Schema(name = "SourceRecord")
    public record SourceRecordJson(long number, long line, Map<String, List<String>> values) {
        static SourceRecordJson of(InputRecord record) {
            return new SourceRecordJson(record.number(), record.line(), record.fields());
        }
    }
}
