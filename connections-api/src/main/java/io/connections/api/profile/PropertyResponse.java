package io.connections.api.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Property",
        examples =
                """
                {"id":"email","number":2,"name":"E-mail","type":"EMAIL","identifier":true,"pii":true}
                """)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PropertyResponse(
        String id,
        int number,
        String name,
        PropertyTypeJson type,
        @Nullable List<String> choices,
        boolean identifier,
        boolean pii) {
    static PropertyResponse of(ProfileProperty property) {
        return new PropertyResponse(
                property.id().value(),
                property.number(),
                property.name(),
                PropertyTypeJson.of(property.type()),
                property.type() instanceof PropertyType.Choice choice ? choice.choices() : null,
                property.identifier(),
                property.pii());
    }

    @Schema(name = "PropertyList")
    public record Items(List<PropertyResponse> items) {}
}
