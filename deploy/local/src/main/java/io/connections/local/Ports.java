package io.connections.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/// The block of ports in use, in a row from the one that a person names.
record Ports(int first) {
    static final int COUNT = 7;

    int service() {
        return first;
    }

    int keycloak() {
        return first + 1;
    }

    int postgres() {
        return first + 2;
    }

    int sftp() {
        return first + 3;
    }

    int smtp() {
        return first + 4;
    }

    int mailbox() {
        return first + 5;
    }

    int website() {
        return first + 6;
    }

    /// The page from its sources; only with live reload, so it is no part of the block.
    int livePage() {
        return first + COUNT;
    }

    /// Fails with the name of the first port that something else listens on.
    ///
    /// @param live whether the page from its sources is wanted as well
    void requireFree(boolean live) {
        var uses = new LinkedHashMap<Integer, String>();
        uses.put(service(), "the page and the API");
        uses.put(keycloak(), "Keycloak");
        uses.put(postgres(), "PostgreSQL");
        uses.put(sftp(), "the sample SFTP server");
        uses.put(smtp(), "the mailbox");
        uses.put(mailbox(), "the mailbox's page");
        uses.put(website(), "the sample website");
        if (live) {
            uses.put(livePage(), "the page with live reload");
        }
        uses.entrySet().stream()
                .filter(use -> !isFree(use.getKey()))
                .findFirst()
                .ifPresent(
                        use -> {
                            throw taken(use, live ? "dev" : "up");
                        });
    }

    private CannotStart taken(Map.Entry<Integer, String> use, String command) {
        var holder =
                PortHolder.of(use.getKey()).map(who -> " by " + who).orElse(" by another program");
        return new CannotStart(
                "Port %d, wanted for %s, is taken%s."
                        .formatted(use.getKey(), use.getValue(), holder),
                "Stop that program, or use other ports: ./connections %s --port %d"
                        .formatted(command, first + 1000));
    }

    // Both addresses that "localhost" can mean: a program may hold only one of them.
    private static boolean isFree(int port) {
        return canListen("127.0.0.1", port) && (canListen("::1", port) || !canListen("::1", 0));
    }

    private static boolean canListen(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
