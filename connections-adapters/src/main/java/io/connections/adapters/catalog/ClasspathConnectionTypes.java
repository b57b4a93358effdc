package io.connections.adapters.catalog;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupField;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The types whose files lie in `connection-types/` and whose ids stand in an `index` there (a
/// jar's folder cannot be listed; every jar may bring one). A file that its schema refuses keeps
/// the service from starting.
@Startup
@Singleton
final class ClasspathConnectionTypes implements ConnectionTypes {
    private static final String FOLDER = "connection-types/";

    private final Map<ConnectionTypeId, ConnectionType> types = new LinkedHashMap<>();
    private final Map<ConnectionTypeId, String> guides = new LinkedHashMap<>();

    ClasspathConnectionTypes() {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(text("connection-type.schema.json"), InputFormat.JSON);
        YAMLMapper yaml =
                YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        indexed().stream()
                .map(id -> load(id, schema, yaml))
                .sorted(Comparator.comparing(ConnectionType::name))
                .forEach(type -> types.put(type.id(), type));
        types.keySet().forEach(id -> guides.put(id, text(id.value() + ".md")));
    }

    @Override
    public List<ConnectionType> list() {
        return List.copyOf(types.values());
    }

    @Override
    public Optional<ConnectionType> find(ConnectionTypeId id) {
        return Optional.ofNullable(types.get(id));
    }

    @Override
    public Optional<String> guide(ConnectionTypeId id) {
        return Optional.ofNullable(guides.get(id));
    }

    private static ConnectionType load(String id, Schema schema, YAMLMapper yaml) {
        String text = text(id + ".yaml");
        List<String> faults = new ArrayList<>();
        schema.validate(text, InputFormat.YAML).forEach(error -> faults.add(error.toString()));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The connection type %s%s.yaml is not valid: %s"
                            .formatted(FOLDER, id, String.join("; ", faults)));
        }
        try {
            ConnectionType type = yaml.readValue(text, TypeFile.class).type();
            requireSense(id, type);
            return type;
        } catch (JacksonException e) {
            throw new IllegalStateException("%s%s.yaml: %s".formatted(FOLDER, id, e), e);
        }
    }

    /// What a schema cannot say.
    private static void requireSense(String id, ConnectionType type) {
        if (!type.id().value().equals(id)) {
            throw new IllegalStateException(
                    "%s%s.yaml calls itself '%s'.".formatted(FOLDER, id, type.id().value()));
        }
        List<String> fields = type.setup().stream().map(SetupField::id).toList();
        type.setup().stream()
                .filter(field -> Collections.frequency(fields, field.id()) > 1)
                .findFirst()
                .ifPresent(
                        field -> {
                            throw new IllegalStateException(
                                    "%s%s.yaml has two fields '%s'."
                                            .formatted(FOLDER, id, field.id()));
                        });
        type.setup().stream()
                .flatMap(field -> field.shownWhen().stream())
                .filter(condition -> !fields.contains(condition.field()))
                .findFirst()
                .ifPresent(
                        condition -> {
                            throw new IllegalStateException(
                                    "%s%s.yaml shows a field by '%s', which is none of its fields."
                                            .formatted(FOLDER, id, condition.field()));
                        });
        if (type.setup().stream().anyMatch(SetupField::isSecret)
                && type.setup().stream().noneMatch(SetupField::target)) {
            throw new IllegalStateException(
                    "%s%s.yaml has secrets, but no field is marked as their target."
                            .formatted(FOLDER, id));
        }
        String initialFaults =
                type.form().violations(type.form().initial(), "/setup").stream()
                        .map(violation -> violation.pointer() + ": " + violation.message())
                        .collect(Collectors.joining("; "));
        if (!initialFaults.isEmpty()) {
            throw new IllegalStateException(
                    "%s%s.yaml has initial values that it would refuse: %s"
                            .formatted(FOLDER, id, initialFaults));
        }
    }

    private static List<String> indexed() {
        List<String> ids = new ArrayList<>();
        try {
            for (URL index :
                    Collections.list(
                            Thread.currentThread()
                                    .getContextClassLoader()
                                    .getResources(FOLDER + "index"))) {
                try (InputStream in = index.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .forEach(ids::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static String text(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + FOLDER + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
