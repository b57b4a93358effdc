package io.connections.api.catalog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What stands in one field of a setup form; which of the three follows from the field's kind. Only
/// the OpenAPI document knows it.
@Schema(
        name = "SetupValue",
        anyOf = {String.class, Long.class, Boolean.class})
public interface SetupValue {}
