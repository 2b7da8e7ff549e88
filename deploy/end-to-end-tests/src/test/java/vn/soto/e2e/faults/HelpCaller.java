package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.harness.AllInOne;

/**
 * A member of a team who registers households, becomes responsible for them and records help, alone and in batches.
 * Commands that were not answered when a product ended are sent to the next one, under the same ids, before anything
 * new. Confined to one thread at a time.
 */
final class HelpCaller {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SERVICES = List.of("vneid-level-2", "passport");
    private static final int REMEMBERED = Boolean.getBoolean("soto.long") ? 50 : 10;

    private final SampleCommune commune;
    private final int team;
    private final String member;
    private final SplittableRandom random;
    private final AcknowledgedCommands acknowledged;
    private final Set<UUID> sent;

    private final List<UUID> households = new ArrayList<>();
    private final List<SentCommand> remembered = new ArrayList<>();
    private final Map<UUID, SentCommand> unanswered = new LinkedHashMap<>();
    private int helped;

    /** @param sent takes the id of every command before it is sent; safe for any number of threads */
    HelpCaller(
            SampleCommune commune,
            int team,
            int number,
            SplittableRandom random,
            AcknowledgedCommands acknowledged,
            Set<UUID> sent) {
        this.commune = commune;
        this.team = team;
        this.member = commune.member(team, number);
        this.random = random;
        this.acknowledged = acknowledged;
        this.sent = sent;
    }

    int team() {
        return team;
    }

    /** Acknowledged records of help. */
    int helped() {
        return helped;
    }

    /** Acknowledged commands, at random, and some of the last. */
    List<SentCommand> remembered() {
        return remembered;
    }

    List<UUID> households() {
        return households;
    }

    /** Returns when the product has ended. */
    void workUntilEnd(AllInOne product) {
        try {
            settle(product);
            while (true) {
                step(product);
            }
        } catch (UncheckedIOException e) {
            // The next product is asked what became of it.
        }
    }

    void work(AllInOne product, int steps) {
        settle(product);
        for (int i = 0; i < steps; i++) {
            step(product);
        }
    }

    /** Sends every remembered command again: each is told its commit. */
    void repeat(AllInOne product) {
        for (SentCommand command : remembered) {
            HttpResponse<String> answer = command.attempt(product);
            assertThat(answer.statusCode()).as("%s: %s", command, answer.body()).isEqualTo(200);
            command.note(answer, acknowledged);
        }
    }

    private void settle(AllInOne product) {
        for (SentCommand command : List.copyOf(unanswered.values())) {
            send(product, command);
        }
    }

    private void step(AllInOne product) {
        int chance = random.nextInt(100);
        if (households.isEmpty() || chance < 15) {
            SentCommand registration = registration();
            send(product, registration);
            send(product, assignment(registration.id()));
        } else if (chance < 35) {
            SentCommand registration = registration();
            UUID household = registration.id();
            sendAsBatch(
                    product,
                    List.of(registration, assignment(household), help(household), help(household), help(known())));
        } else if (chance < 90 || remembered.isEmpty()) {
            send(product, help(known()));
        } else {
            remembered.get(random.nextInt(remembered.size())).send(product, acknowledged);
        }
    }

    private UUID known() {
        return households.get(random.nextInt(households.size()));
    }

    private SentCommand registration() {
        return SentCommand.of(
                "leader",
                "register-household",
                "/api/households",
                "{\"unit\":\"%s\",\"reference\":\"H-%d\"}".formatted(commune.hamlet(team), random.nextInt(1_000_000)));
    }

    private SentCommand assignment(UUID household) {
        return SentCommand.of(
                "leader",
                "assign-household",
                "/api/households/" + household + "/assignment",
                "{\"team\":\"%s\",\"member\":\"%s\",\"effectiveFrom\":\"2024-11-02\"}"
                        .formatted(commune.team(team), member));
    }

    private SentCommand help(UUID household) {
        return SentCommand.of("leader", "record-assistance", "/api/assistances", """
                {"team":"%s","household":"%s","helpers":["%s"],"reason":"OFFLINE","content":{"services":["%s"],\
                "channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE","occurredAt":"2024-11-%02dT02:00:00Z"}}""".formatted(
                        commune.team(team),
                        household,
                        member,
                        SERVICES.get(random.nextInt(SERVICES.size())),
                        5 + random.nextInt(20)));
    }

    private void send(AllInOne product, SentCommand command) {
        begin(command);
        command.send(product, acknowledged);
        end(command);
    }

    /** Each line that is answered counts, however the rest of the answer ends; what is not done is sent alone. */
    private void sendAsBatch(AllInOne product, List<SentCommand> commands) {
        commands.forEach(this::begin);
        String body = String.join("\n", commands.stream().map(SentCommand::line).toList());
        try {
            HttpResponse<Stream<String>> answer = product.http()
                    .send(
                            product.request("leader", "/api/commands", "Content-Type", "application/x-ndjson")
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                Iterator<String> each = lines.iterator();
                while (answer.statusCode() == 200 && each.hasNext()) {
                    hear(JSON.readTree(each.next()), commands);
                }
            }
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException("the answer ends within a line", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        settle(product);
    }

    private void hear(JsonNode line, List<SentCommand> commands) {
        if (line.path("status").asString("").matches("done|repeat")) {
            SentCommand command = commands.get(line.get("line").asInt() - 1);
            acknowledged.note(command.id(), line.get("commit").asLong());
            end(command);
        }
    }

    private void begin(SentCommand command) {
        sent.add(command.id());
        unanswered.put(command.id(), command);
    }

    private void end(SentCommand command) {
        unanswered.remove(command.id());
        switch (command.name()) {
            case "assign-household" ->
                households.add(UUID.fromString(command.path().split("/", -1)[3]));
            case "record-assistance" -> helped++;
            default -> {}
        }
        if (remembered.size() < REMEMBERED) {
            remembered.add(command);
        } else {
            remembered.set(random.nextInt(REMEMBERED), command);
        }
    }
}
