package io.connections.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.access.Role;
import io.restassured.response.Response;
import java.util.UUID;

/// A goal that imports customers with number, e-mail and points, with properties of its own, so
/// that tests do not meet each other's profiles.
///
/// @param number the identifier's property
public record CustomerGoal(UUID id, String number, String email, String points) {
    /// Makes the properties too.
    public static CustomerGoal withOwnProperties() {
        String suffix = UUID.randomUUID().toString().replace("-", "");
        CustomerGoal goal =
                new CustomerGoal(
                        UUID.randomUUID(), "number" + suffix, "email" + suffix, "points" + suffix);
        property(goal.number, "Number", "TEXT", true);
        property(goal.email, "E-mail", "EMAIL", false);
        property(goal.points, "Points", "NUMBER", false);
        return goal;
    }

    private static void property(String id, String name, String type, boolean identifier) {
        Response made =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(
                                """
                                {"id":"%s","name":"%s","type":"%s","identifier":%s,"pii":true}
                                """
                                        .formatted(id, name, type, identifier))
                        .post("/api/v1/profile-properties");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    }

    /// Where the files are: `in/*.csv`.
    public String source() {
        return """
        {"kind":"FILES","folder":"in","namePattern":"*.csv","pick":"ALL_BY_NAME",
        "compression":"AUTO","afterImport":{"kind":"LEAVE"}}
        """;
    }

    /// Matched by number, made when there is no match; a record whose number starts with `test` is
    /// filtered, one whose points are no number is rejected.
    public String json() {
        return json(true);
    }

    public String json(boolean createWhenNoMatch) {
        return """
        {"kind":"IMPORT_PROFILES","id":"%s","name":"Customers","enabled":true,"source":%s,
        "matching":{"anyOf":[["%s"]]},"createWhenNoMatch":%s,
        "mapping":[%s,%s,%s]}
        """
                .formatted(
                        id,
                        source(),
                        number,
                        createWhenNoMatch,
                        row(
                                "number",
                                """
                                {"kind":"TRIM"},{"kind":"REGEX_FILTER","pattern":"^test","inverted":true,
                                "onMiss":"FILTER_RECORD"}
                                """,
                                number),
                        row("email", "{\"kind\":\"CHANGE_CASE\",\"to\":\"LOWER\"}", email),
                        row("points", "", points));
    }

    private static String row(String field, String processors, String property) {
        return """
        {"field":"%s","processors":[%s],"property":"%s","strategy":"SET",
        "restriction":"ALL_PROFILES","onBadValue":"REJECT_RECORD"}
        """
                .formatted(field, processors, property);
    }
}
