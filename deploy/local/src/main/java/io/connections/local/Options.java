package io.connections.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// What a person may say after `./connections up`.
///
/// @param home the checkout
/// @param data the folder in which everything is kept
/// @param cache what all launchers of the checkout share
/// @param fresh begin with an empty data folder
/// @param empty leave the sample connection out
/// @param live service and page from their sources, with live reload
record Options(
        Path home, Path data, Cache cache, int port, boolean fresh, boolean empty, boolean live) {
    private static final int DEFAULT_PORT = 8080;

    static Options parse(Path home, List<String> arguments) {
        var data = home.resolve(".connections/data");
        var cache = new Cache(home.resolve(".connections/cache"));
        var port = DEFAULT_PORT;
        var fresh = false;
        var empty = false;
        var live = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            switch (argument) {
                case "--data" -> data = Path.of(valueOf(argument, rest));
                case "--port" -> port = port(valueOf(argument, rest));
                case "--fresh" -> fresh = true;
                case "--empty" -> empty = true;
                case "--live" -> live = true;
                default ->
                        throw new CannotStart(
                                "There is no option %s.".formatted(argument),
                                "Those there are: --port N, --data DIR, --fresh, --empty.");
            }
        }
        return new Options(
                home, data.toAbsolutePath().normalize(), cache, port, fresh, empty, live);
    }

    private static String valueOf(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new CannotStart(
                    "%s wants a value.".formatted(option), "For example --port 9080.");
        }
        return rest.next();
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 1024 && port + Ports.COUNT <= 65_536) {
                return port;
            }
        } catch (NumberFormatException _) {
            // answered below, together with numbers that are no usable port
        }
        throw new CannotStart(
                "--port %s is no usable port.".formatted(text),
                "It is a number from 1024 to %d: %d ports in a row are used."
                        .formatted(65_536 - Ports.COUNT, Ports.COUNT));
    }
}
