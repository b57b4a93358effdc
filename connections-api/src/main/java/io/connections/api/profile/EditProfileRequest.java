package io.connections.api.profile;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "EditProfile",
        requiredProperties = "values",
        examples =
                """
                {"values":{"email":["zoe@example.com"],"first_name":["Zoë"]}}
                """)
record EditProfileRequest(@Nullable Map<String, List<String>> values) {}
