package io.connections.api.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.connections.api.problem.Problem;
import io.connections.api.problem.ProblemType;
import io.connections.application.kernel.PageRequest;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/// Adds what holds for all of the API: the problems of each operation, which members are always
/// there, and the word by which each member of a union is known.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentFilter implements OASFilter {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE =
            DotName.createSimple("org.jspecify.annotations.Nullable");

    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);

    private final IndexView index;

    public DocumentFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
        index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> type.name().toString().startsWith("io.connections."))
                // Of two with one name, the one that was named on purpose.
                .sorted(Comparator.comparing(type -> !type.hasDeclaredAnnotation(SCHEMA)))
                .forEach(
                        type ->
                                Optional.ofNullable(schemas.get(nameOf(type)))
                                        .ifPresent(schema -> requireMembers(schema, type)));
        List.copyOf(schemas.values()).forEach(schema -> nameMembersOfUnion(schema, schemas));
        schemas.values().forEach(DocumentFilter::leaveTypeToWhatIsReferredTo);
        for (ProblemType type : ProblemType.values()) {
            schemas.put(schemaName(type), schema(type));
        }
        schemas.put("ConnectionTypeUse", connectionTypeUse());
        schemas.put("PropertyUse", useByConnection());
        schemas.put("ObjectiveUse", useByConnection());
        schemas.put("ProfilesWithValues", profilesWithValues());
        schemas.put("Problem", union());
        document.getComponents().setSchemas(schemas);
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(
                        path ->
                                path.getOperations()
                                        .forEach(
                                                (method, operation) -> {
                                                    addProblems(operation, method);
                                                    boundPages(operation);
                                                }));
    }

    private static void boundPages(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getName().equals("limit"))
                    .forEach(
                            limit ->
                                    limit.getSchema()
                                            .minimum(BigDecimal.ONE)
                                            .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT))
                                            .defaultValue(PageRequest.DEFAULT_LIMIT));
        }
    }

    private static String nameOf(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }

    /// Requests say what they need by hand, because everything may be missing when they are read.
    private void requireMembers(Schema schema, ClassInfo type) {
        if (schema.getRequired() != null || schema.getProperties() == null) {
            return;
        }
        List<String> required =
                membersOf(type)
                        .filter(member -> !isNullable(member))
                        .map(RecordComponentInfo::name)
                        .filter(schema.getProperties()::containsKey)
                        .toList();
        if (!required.isEmpty()) {
            schema.setRequired(required);
        }
    }

    /// The generator takes an object for whatever it does not know, beside a reference too, which
    /// would forbid the text or number that the reference allows.
    private static void leaveTypeToWhatIsReferredTo(Schema schema) {
        if (schema.getAnyOf() != null) {
            schema.setType(null);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getRef() != null)
                    .forEach(property -> property.setType(null));
        }
    }

    private Stream<RecordComponentInfo> membersOf(ClassInfo type) {
        return type.recordComponents().stream()
                .flatMap(
                        member ->
                                isUnwrapped(type, member)
                                        ? membersOf(index.getClassByName(member.type().name()))
                                        : Stream.of(member));
    }

    private static boolean isUnwrapped(ClassInfo type, RecordComponentInfo member) {
        return type.field(member.name()).hasAnnotation(UNWRAPPED)
                || member.hasAnnotation(UNWRAPPED);
    }

    private static boolean isNullable(RecordComponentInfo member) {
        return member.type().hasAnnotation(NULLABLE) || member.hasAnnotation(NULLABLE);
    }

    private static void nameMembersOfUnion(Schema union, Map<String, Schema> schemas) {
        if (union.getDiscriminator() == null || union.getDiscriminator().getMapping() == null) {
            return;
        }
        String property = union.getDiscriminator().getPropertyName();
        union.getDiscriminator()
                .getMapping()
                .forEach(
                        (word, reference) -> {
                            Schema member = schemas.get(reference.substring(SCHEMAS.length()));
                            if (member == null) {
                                throw new IllegalStateException("no schema at " + reference);
                            }
                            Map<String, Schema> properties = new LinkedHashMap<>();
                            properties.put(property, word(word));
                            if (member.getProperties() != null) {
                                properties.putAll(member.getProperties());
                            }
                            member.setProperties(properties);
                            List<String> required = new ArrayList<>(List.of(property));
                            if (member.getRequired() != null) {
                                required.addAll(member.getRequired());
                            }
                            member.setRequired(required.stream().distinct().toList());
                        });
    }

    private static void addProblems(Operation operation, PathItem.HttpMethod method) {
        // The generator's own 400 has no body.
        operation.getResponses().removeAPIResponse("400");
        Map<Integer, List<ProblemType>> byStatus = new TreeMap<>();
        OperationProblems.of(
                        operation.getOperationId(),
                        method == PathItem.HttpMethod.GET,
                        operation.getRequestBody() != null)
                .forEach(
                        type ->
                                byStatus.computeIfAbsent(type.status(), _ -> new ArrayList<>())
                                        .add(type));
        byStatus.forEach(
                (status, types) ->
                        operation
                                .getResponses()
                                .addAPIResponse(Integer.toString(status), response(types)));
    }

    private static APIResponse response(List<ProblemType> types) {
        Schema schema = oneOf(types);
        return OASFactory.createAPIResponse()
                .description(String.join("; ", types.stream().map(ProblemType::title).toList()))
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType().schema(schema)));
    }

    private static Schema union() {
        return oneOf(Arrays.asList(ProblemType.values()))
                .description("Every refusal (RFC 9457). The type is also a page in docs/problems.");
    }

    private static Schema oneOf(List<ProblemType> types) {
        Schema union =
                OASFactory.createSchema()
                        .discriminator(
                                OASFactory.createDiscriminator()
                                        .propertyName("type")
                                        .mapping(mapping(types)));
        types.forEach(type -> union.addOneOf(reference(schemaName(type))));
        return union;
    }

    private static Map<String, String> mapping(List<ProblemType> types) {
        Map<String, String> mapping = new LinkedHashMap<>();
        types.forEach(type -> mapping.put(type.uri(), SCHEMAS + schemaName(type)));
        return mapping;
    }

    private static Schema schema(ProblemType type) {
        Schema schema =
                object().addProperty("type", word(type.uri()))
                        .addProperty("title", text().addExample(type.title()))
                        .addProperty("status", number().addEnumeration(type.status()))
                        .addProperty("detail", text())
                        .addProperty("traceId", text())
                        .addProperty("errors", list(reference("Violation")));
        List<String> required =
                new ArrayList<>(List.of("type", "title", "status", "detail", "traceId"));
        type.members()
                .forEach(
                        (name, kind) -> {
                            schema.addProperty(name, member(kind));
                            required.add(name);
                        });
        return schema.required(required);
    }

    /// Only a problem speaks of it and of the next, so the generator has not seen them.
    private static Schema connectionTypeUse() {
        return object().addProperty("id", text())
                .addProperty("name", text())
                .required(List.of("id", "name"));
    }

    private static Schema useByConnection() {
        return object().addProperty("connectionId", text())
                .addProperty("connectionName", text())
                .required(List.of("connectionId", "connectionName"));
    }

    private static Schema profilesWithValues() {
        return object().addProperty("atLeast", number())
                .addProperty("exact", bool())
                .required(List.of("atLeast", "exact"));
    }

    private static Schema member(String kind) {
        if (kind.endsWith("[]")) {
            return list(member(kind.substring(0, kind.length() - 2)));
        }
        return switch (kind) {
            case "string" -> text();
            case "number" -> number();
            case "boolean" -> bool();
            default -> reference(kind);
        };
    }

    private static String schemaName(ProblemType type) {
        StringBuilder name = new StringBuilder();
        for (String word : List.of(type.code().split("-", -1))) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.append("Problem").toString();
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(SCHEMAS + name);
    }

    private static Schema word(String word) {
        return text().addEnumeration(word);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
    }

    private static Schema bool() {
        return OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN);
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(items);
    }
}
