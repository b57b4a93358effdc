package io.connections.api.favorite;

import io.connections.application.favorite.UsedObject;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Something you opened, and when.
@Schema(name = "UsedObject")
public record UsedObjectResponse(
        @Schema(enumeration = {"connection", "profile-property", "objective", "channel", "label"})
                String kind,
        String id,
        String name,
        Instant usedAt) {
    static UsedObjectResponse of(UsedObject used) {
        return new UsedObjectResponse(
                used.object().ref().kind().word(),
                used.object().ref().id(),
                used.object().name(),
                used.at());
    }

    @Schema(name = "UsedObjectList")
    public record Items(List<UsedObjectResponse> items) {
        static Items of(List<UsedObject> all) {
            return new Items(all.stream().map(UsedObjectResponse::of).toList());
        }
    }
}
