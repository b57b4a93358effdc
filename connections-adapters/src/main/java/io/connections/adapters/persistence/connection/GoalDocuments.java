package io.connections.adapters.persistence.connection;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.connections.application.goal.port.TextTools;
import io.connections.domain.access.Role;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.Condition;
import io.connections.domain.connection.EditRights;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.ConsentMeaning;
import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.Formula;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.goal.PhoneFormat;
import io.connections.domain.goal.Processor;
import io.connections.domain.goal.TextPattern;
import io.connections.domain.profile.PropertyId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Goals, setup, edit rights and scope as the database keeps them. The names of the domain's
/// components are the names in the document, so renaming one needs a migration; a test holds a
/// document of each kind. Plain and blocking-free: requests and runs may both use it.
@Singleton
public final class GoalDocuments {
    private static final TypeReference<List<Goal>> GOALS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> SETUP = new TypeReference<>() {};
    private static final TypeReference<List<String>> ROLES = new TypeReference<>() {};
    private static final TypeReference<List<ObjectiveId>> OBJECTIVES = new TypeReference<>() {};

    private final JsonMapper json;

    GoalDocuments(TextTools tools) {
        SimpleModule words = new SimpleModule();
        asText(words, ChannelId.class, id -> id.value().toString(), GoalDocuments::channelId);
        asText(words, GoalId.class, id -> id.value().toString(), GoalDocuments::goalId);
        asText(words, PropertyId.class, PropertyId::value, PropertyId::new);
        asText(words, ObjectiveId.class, ObjectiveId::value, ObjectiveId::new);
        asText(words, Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
        asText(words, TextPattern.class, TextPattern::source, text -> ready(tools.pattern(text)));
        asText(words, Formula.class, Formula::source, text -> ready(tools.formula(text)));
        asText(words, PhoneFormat.class, PhoneFormat::region, text -> ready(tools.phone(text)));
        json =
                JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .addModule(words)
                        .addMixIn(Goal.class, GoalKinds.class)
                        .addMixIn(FileFormat.class, FormatKinds.class)
                        .addMixIn(FileSelection.AfterImport.class, AfterImportKinds.class)
                        .addMixIn(Processor.class, ProcessorKinds.class)
                        .addMixIn(ConsentMeaning.class, MeaningKinds.class)
                        // A goal from before there was consent says nothing of it.
                        .withConfigOverride(
                                List.class,
                                list ->
                                        list.setSetterInfo(
                                                JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                        .addMixIn(ChannelScope.class, ScopeKinds.class)
                        .addMixIn(Condition.class, ConditionKinds.class)
                        .build();
    }

    public String goals(List<Goal> goals) {
        try {
            return json.writerFor(GOALS).writeValueAsString(goals);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Goal> goals(String document) {
        try {
            return json.readValue(document, GOALS);
        } catch (JacksonException e) {
            throw new IllegalStateException("a stored goal cannot be read", e);
        }
    }

    public String setup(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, String> setup(String document) {
        try {
            return json.readValue(document, SETUP);
        } catch (JacksonException e) {
            throw new IllegalStateException("a stored setup cannot be read", e);
        }
    }

    /// The roles by their ids.
    public String editRights(EditRights rights) {
        try {
            return json.writeValueAsString(rights.roles().stream().map(Role::id).toList());
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A role that is unknown here is not passed over: without it, everybody might be left.
    public EditRights editRights(String document) {
        try {
            return new EditRights(
                    json.readValue(document, ROLES).stream()
                            .map(GoalDocuments::role)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        } catch (JacksonException e) {
            throw new IllegalStateException("stored edit rights cannot be read", e);
        }
    }

    public String scope(ChannelScope scope) {
        try {
            return json.writerFor(ChannelScope.class).writeValueAsString(scope);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    public String objectives(List<ObjectiveId> objectives) {
        try {
            return json.writeValueAsString(objectives);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What cannot be read is not taken for anything else: everywhere might be left.
    public ChannelScope scope(String document) {
        try {
            return json.readValue(document, ChannelScope.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("a stored scope cannot be read", e);
        }
    }

    /// One that cannot be read is not passed over: without it, everybody might be processed.
    public List<ObjectiveId> objectives(String document) {
        try {
            return json.readValue(document, OBJECTIVES);
        } catch (JacksonException e) {
            throw new IllegalStateException("stored objectives cannot be read", e);
        }
    }

    private static Role role(String id) {
        return Role.find(id)
                .orElseThrow(() -> new IllegalStateException("stored edit rights of a role " + id));
    }

    private static ChannelId channelId(String text) {
        return new ChannelId(UUID.fromString(text));
    }

    private static GoalId goalId(String text) {
        return new GoalId(UUID.fromString(text));
    }

    /// What was compiled when it was saved compiles again.
    private static <T> T ready(TextTools.Compiled<T> compiled) {
        return switch (compiled) {
            case TextTools.Compiled.Ready<T>(T value) -> value;
            case TextTools.Compiled.Faulty<T>(String message) ->
                    throw new IllegalStateException(message);
        };
    }

    private static <T> void asText(
            SimpleModule module,
            Class<T> type,
            Function<T, String> write,
            Function<String, T> read) {
        module.addSerializer(
                type,
                new StdScalarSerializer<T>(type) {
                    @Override
                    public void serialize(T value, JsonGenerator out, SerializerProvider context)
                            throws IOException {
                        out.writeString(write.apply(value));
                    }

                    @Override
                    public void serializeWithType(
                            T value,
                            JsonGenerator out,
                            SerializerProvider context,
                            TypeSerializer types)
                            throws IOException {
                        serialize(value, out, context);
                    }
                });
        module.addDeserializer(
                type,
                new StdScalarDeserializer<T>(type) {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context)
                            throws IOException {
                        return read.apply(in.getText());
                    }
                });
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ImportGoal.class, name = "IMPORT_PROFILES"),
        @JsonSubTypes.Type(value = ImportVariables.class, name = "IMPORT_VARIABLES"),
        @JsonSubTypes.Type(value = ExportVariables.class, name = "EXPORT_VARIABLES")
    })
    private interface GoalKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FileFormat.Csv.class, name = "CSV"),
        @JsonSubTypes.Type(value = FileFormat.JsonLines.class, name = "JSON_LINES")
    })
    private interface FormatKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FileSelection.AfterImport.Leave.class, name = "LEAVE"),
        @JsonSubTypes.Type(value = FileSelection.AfterImport.MarkDone.class, name = "MARK_DONE"),
        @JsonSubTypes.Type(value = FileSelection.AfterImport.Delete.class, name = "DELETE"),
        @JsonSubTypes.Type(value = FileSelection.AfterImport.Move.class, name = "MOVE")
    })
    private interface AfterImportKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ConsentMeaning.AnswerTo.class, name = "ANSWER"),
        @JsonSubTypes.Type(value = ConsentMeaning.Granted.class, name = "GRANTED"),
        @JsonSubTypes.Type(value = ConsentMeaning.Refused.class, name = "REFUSED"),
        @JsonSubTypes.Type(value = ConsentMeaning.InZone.class, name = "ZONE"),
        @JsonSubTypes.Type(value = ConsentMeaning.StatedAt.class, name = "STATED_AT")
    })
    private interface MeaningKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Processor.Trim.class, name = "TRIM"),
        @JsonSubTypes.Type(value = Processor.ChangeCase.class, name = "CHANGE_CASE"),
        @JsonSubTypes.Type(value = Processor.Concatenate.class, name = "CONCATENATE"),
        @JsonSubTypes.Type(value = Processor.FixedValue.class, name = "FIXED_VALUE"),
        @JsonSubTypes.Type(value = Processor.DateFormat.class, name = "DATE_FORMAT"),
        @JsonSubTypes.Type(value = Processor.NumberFormat.class, name = "NUMBER_FORMAT"),
        @JsonSubTypes.Type(value = Processor.CleanEmail.class, name = "CLEAN_EMAIL"),
        @JsonSubTypes.Type(value = Processor.CleanPhone.class, name = "CLEAN_PHONE"),
        @JsonSubTypes.Type(value = Processor.Hash.class, name = "HASH"),
        @JsonSubTypes.Type(value = Processor.RegexFilter.class, name = "REGEX_FILTER"),
        @JsonSubTypes.Type(value = Processor.RegexReplace.class, name = "REGEX_REPLACE"),
        @JsonSubTypes.Type(value = Processor.Split.class, name = "SPLIT"),
        @JsonSubTypes.Type(value = Processor.ValueTable.class, name = "VALUE_TABLE"),
        @JsonSubTypes.Type(value = Processor.Expression.class, name = "EXPRESSION")
    })
    private interface ProcessorKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ChannelScope.Everywhere.class, name = "EVERYWHERE"),
        @JsonSubTypes.Type(value = ChannelScope.Chosen.class, name = "CHOSEN")
    })
    private interface ScopeKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Condition.Text.class, name = "TEXT"),
        @JsonSubTypes.Type(value = Condition.Pattern.class, name = "PATTERN")
    })
    private interface ConditionKinds {}
}
