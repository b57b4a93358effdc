package io.connections.adapters.secrets;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.channel.port.ChannelKeys;
import io.connections.domain.channel.Channel.Stamp;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;

@Singleton
final class PostgresChannelKeys implements ChannelKeys {
    private static final int BYTES = 32;

    private final SecretCipher cipher;
    private final SecureRandom random = new SecureRandom();

    PostgresChannelKeys(SecretCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public Uni<Secret> make(ChannelId channel, Stamp by) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Secret key = new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return Sql.change(
                        """
                        insert into channel_key (channel_id, ciphertext, made_at, made_by)
                        values (?1, decode(?2, 'base64'), ?3, ?4)
                        on conflict (channel_id) do update set ciphertext = excluded.ciphertext,
                          made_at = excluded.made_at, made_by = excluded.made_by
                        """,
                        channel.value(),
                        Base64.getEncoder().encodeToString(cipher.encrypt(place(channel), key)),
                        by.at(),
                        by.by())
                .replaceWith(key);
    }

    @Override
    public Uni<Optional<Stamp>> made(ChannelId channel) {
        return Sql.select(
                        "select made_at, made_by from channel_key where channel_id = ?1",
                        channel.value())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(
                                                row ->
                                                        new Stamp(
                                                                row.getString("made_by"),
                                                                OffsetDateTime.parse(
                                                                                row.getString(
                                                                                        "made_at"))
                                                                        .toInstant())));
    }

    @Override
    public Uni<Optional<Secret>> reveal(ChannelId channel) {
        return Sql.select(
                        """
                        select translate(encode(ciphertext, 'base64'), chr(10), '') as ciphertext
                        from channel_key where channel_id = ?1
                        """,
                        channel.value())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(row -> row.getString("ciphertext"))
                                        .map(text -> Base64.getDecoder().decode(text))
                                        .map(bytes -> cipher.decrypt(place(channel), bytes)));
    }

    private static String place(ChannelId channel) {
        return "channel/" + channel.value();
    }
}
