package vn.soto.edge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class LedgerSettingsTest {

    @Test
    void aNameGivesTheRest() {
        LedgerSettings settings = bind(Map.of("soto.ledger", "binh-duong"));

        assertThat(settings.origin()).isEqualTo("soto/binh-duong");
        assertThat(settings.ledgerDatabase()).isEqualTo("soto-binh-duong");
        assertThat(settings.readModelsDatabase()).isEqualTo("soto-binh-duong-read-models");
        assertThat(settings.keysDatabase()).isEqualTo("soto-binh-duong-keys");
        assertThat(settings.readsDatabase()).isEqualTo("soto-binh-duong-reads");
        assertThat(settings.mongodb().withoutUsers()).isFalse();
        assertThatThrownBy(settings::uri).hasMessageContaining("soto.mongodb.uri is not set");
    }

    @Test
    void everyPropertyIsReadAndTheAddressIsNotShown() {
        LedgerSettings settings = bind(Map.of(
                "soto.ledger", "dong-nai",
                "soto.mongodb.uri", "mongodb://soto-query:secret@db-1/?authSource=a",
                "soto.mongodb.ledger-database", "a",
                "soto.mongodb.read-models-database", "b",
                "soto.mongodb.keys-database", "c",
                "soto.mongodb.reads-database", "d",
                "soto.mongodb.without-users", "true"));

        assertThat(settings.ledgerDatabase()).isEqualTo("a");
        assertThat(settings.readModelsDatabase()).isEqualTo("b");
        assertThat(settings.keysDatabase()).isEqualTo("c");
        assertThat(settings.readsDatabase()).isEqualTo("d");
        assertThat(settings.mongodb().withoutUsers()).isTrue();
        assertThat(settings.uri()).contains("secret");
        assertThat(settings.toString()).contains("dong-nai").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bình Dương", "-x", "a/b"})
    void aLedgerNeedsAPlainName(String name) {
        assertThatThrownBy(() -> bind(Map.of("soto.ledger", name)))
                .hasStackTraceContaining("soto.ledger names the ledger");
    }

    @Test
    void ledgerAndReadModelsAreApart() {
        assertThatThrownBy(() -> bind(Map.of("soto.ledger", "x", "soto.mongodb.read-models-database", "soto-x")))
                .hasStackTraceContaining("are one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soto-x", "soto-x-read-models"})
    void keysAreApartFromWhatTheyOpen(String database) {
        assertThatThrownBy(() -> bind(Map.of("soto.ledger", "x", "soto.mongodb.keys-database", database)))
                .hasStackTraceContaining("keys are never kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soto-x", "soto-x-read-models", "soto-x-keys"})
    void theRegisterOfReadsIsApartFromWhatTheQuerySideWrites(String database) {
        assertThatThrownBy(() -> bind(Map.of("soto.ledger", "x", "soto.mongodb.reads-database", database)))
                .hasStackTraceContaining("register of reads");
    }

    private static LedgerSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("soto", LedgerSettings.class);
    }
}
