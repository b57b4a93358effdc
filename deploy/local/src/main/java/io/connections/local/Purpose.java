package io.connections.local;

import java.util.List;
import java.util.Map;

/// What the sample website asks its visitors for; each is an objective of the sample data, shown in
/// the same words.
record Purpose(String id, String name, String title, String text, String colour) {
    static final List<Purpose> ALL =
            List.of(
                    new Purpose(
                            "newsletter",
                            "Newsletter",
                            "Letters from the garden",
                            "Once a month we write to you: what was picked, and what is new in the shop.",
                            "LIME"),
                    new Purpose(
                            "personal-offers",
                            "Personal offers",
                            "Offers that fit you",
                            "We look at what you viewed and bought here, and offer you what may please you.",
                            "TEAL"),
                    new Purpose(
                            "advertising",
                            "Advertising elsewhere",
                            "Advertising on other sites",
                            "We tell advertising platforms that you were here, so that you see us there too.",
                            "GRAPE"));

    /// As the service makes an objective of it, needed wherever the shop has visitors.
    Map<String, Object> objective() {
        return Map.of(
                "id", id,
                "name", name,
                "zones", Website.ZONES.stream().map(Website.Zone::code).toList(),
                "title", title,
                "text", text,
                "colour", colour);
    }
}
