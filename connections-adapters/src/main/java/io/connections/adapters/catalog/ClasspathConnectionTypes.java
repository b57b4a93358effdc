package io.connections.adapters.catalog;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.PreparedGoal;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.goal.GoalCheck;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The types whose files lie in `connection-types/` and whose ids stand in an `index` there (a
/// jar's folder cannot be listed; every jar may bring one). A file that its schema refuses keeps
/// the service from starting.
@Startup
@Singleton
final class ClasspathConnectionTypes implements ConnectionTypes {
    private static final String FOLDER = "connection-types/";
    private static final String PICTURES = "pictures/";

    private final Map<ConnectionTypeId, ConnectionType> types = new LinkedHashMap<>();
    private final Map<ConnectionTypeId, String> guides = new LinkedHashMap<>();
    private final Map<String, String> pictures = new LinkedHashMap<>();

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
        guides.forEach(
                (id, guide) ->
                        picturesIn(guide)
                                .forEach(name -> pictures.put(name, text(PICTURES + name))));
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
    public Optional<String> picture(String name) {
        return Optional.ofNullable(pictures.get(name));
    }

    @Override
    public Optional<String> guide(ConnectionTypeId id) {
        return Optional.ofNullable(guides.get(id));
    }

    private static ConnectionType load(String id, Schema schema, YAMLMapper yaml) {
        try {
            ConnectionType type = yaml.treeToValue(whole(id, schema, yaml), TypeFile.class).type();
            requireSense(id, type);
            return type;
        } catch (JacksonException e) {
            throw new IllegalStateException("%s%s.yaml: %s".formatted(FOLDER, id, e), e);
        }
    }

    /// The file with all that it takes from the one it extends.
    private static ObjectNode whole(String id, Schema schema, YAMLMapper yaml)
            throws JacksonException {
        ObjectNode own = valid(id, text(id + ".yaml"), schema, yaml);
        if (!own.has("extends")) {
            return own;
        }
        String extended = own.path("extends").asText();
        ObjectNode base = valid(extended, text(extended + ".yaml"), schema, yaml);
        if (base.has("extends")) {
            throw new IllegalStateException(
                    "%s%s.yaml extends '%s', which extends another one."
                            .formatted(FOLDER, id, extended));
        }
        return valid(id, yaml.writeValueAsString(ExtendedFile.whole(id, own, base)), schema, yaml);
    }

    private static ObjectNode valid(String id, String text, Schema schema, YAMLMapper yaml)
            throws JacksonException {
        List<String> faults = new ArrayList<>();
        schema.validate(text, InputFormat.YAML).forEach(error -> faults.add(error.toString()));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The connection type %s%s.yaml is not valid: %s"
                            .formatted(FOLDER, id, String.join("; ", faults)));
        }
        return yaml.readValue(text, ObjectNode.class);
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
        requireCompleteGoals(id, type);
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

    /// A goal has to be complete once its properties are made as its columns suggest them.
    private static void requireCompleteGoals(String id, ConnectionType type) {
        for (PreparedGoal goal : type.goals()) {
            List<ProfileProperty> suggested =
                    goal.columns().stream()
                            .map(
                                    column ->
                                            new ProfileProperty(
                                                    column.property(),
                                                    1,
                                                    column.name(),
                                                    column.type(),
                                                    column.identifier(),
                                                    false))
                            .toList();
            ImportGoal prepared = goal.goal(new GoalId(new UUID(0, 1)), suggested);
            List<String> faults =
                    new ArrayList<>(
                            GoalCheck.problems(prepared, suggested, "").stream()
                                    .map(Violation::message)
                                    .toList());
            if (!prepared.matching().equals(goal.matching())) {
                faults.add("It matches by something that is no identifier among its columns.");
            }
            if (Set.copyOf(suggested).size() < suggested.size()) {
                faults.add("Two of its columns suggest the same property.");
            }
            if (!faults.isEmpty()) {
                throw new IllegalStateException(
                        "%s%s.yaml prepares a goal '%s' that could not run: %s"
                                .formatted(FOLDER, id, goal.name(), String.join(" ", faults)));
            }
        }
    }

    /// The names of the pictures that a guide shows, written `![…](pictures/name.svg)`.
    private static List<String> picturesIn(String guide) {
        List<String> names = new ArrayList<>();
        String mark = "](" + PICTURES;
        for (int at = guide.indexOf(mark); at >= 0; at = guide.indexOf(mark, at + 1)) {
            int from = at + mark.length();
            names.add(guide.substring(from, guide.indexOf(')', from)));
        }
        return names;
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
