package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.soto.harness.AllInOne;
import vn.soto.harness.ProductClient;
import vn.soto.testkit.Await;

/** One team that helps one household, in a product that faults are done to; it may be started again on its data. */
final class FaultyProduct implements AutoCloseable {

    static final String LEDGER = "ledger.sqlite";
    static final String LOG = "ledger.sqlite-wal";
    static final String READ_MODELS = "read-models.sqlite";

    private final Path folder;
    private final FaultyHost host;
    private final AcknowledgedCommands acknowledged = new AcknowledgedCommands();
    private final Set<UUID> sent = new HashSet<>();
    private final SampleCommune commune = new SampleCommune(1, 3);
    private final UUID household;
    private AllInOne product;
    private int copies;

    FaultyProduct(Path folder) {
        this.folder = folder;
        this.host = FaultyHost.in(folder);
        this.product = host.start(data(), "--soto.demo=false");
        commune.founding().forEach(this::recorded);
        SentCommand registration = SentCommand.of(
                "leader", "register-household", "/api/households", "{\"unit\":\"kp-1\",\"reference\":\"H-1\"}");
        this.household = registration.id();
        recorded(registration);
        recorded(help());
    }

    FaultyHost host() {
        return host;
    }

    AllInOne running() {
        return product;
    }

    Path data() {
        return folder.resolve("data");
    }

    SentCommand help() {
        return SentCommand.of("leader", "record-assistance", "/api/assistances", """
                {"team":"%s","household":"%s","helpers":["%s"],"reason":"OFFLINE","content":{"services":["passport"],\
                "channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE","occurredAt":"2024-11-05T02:00:00Z"}}""".formatted(
                        commune.team(0), household, commune.member(0, 1)));
    }

    List<SentCommand> helps(int count) {
        return Stream.generate(this::help).limit(count).toList();
    }

    /** Sent until it is acknowledged. */
    void recorded(SentCommand command) {
        sent.add(command.id());
        command.send(product, acknowledged);
    }

    /** A command that the ledger holds and nobody sent to this product. */
    void sentElsewhere(UUID command) {
        sent.add(command);
    }

    /** One attempt; an acknowledgement is remembered. */
    HttpResponse<String> attempt(SentCommand command) {
        sent.add(command.id());
        HttpResponse<String> answer = command.attempt(product);
        note(command, answer);
        return answer;
    }

    void note(SentCommand command, HttpResponse<String> answer) {
        sent.add(command.id());
        if (answer.statusCode() == 200 || answer.statusCode() == 201) {
            command.note(answer, acknowledged);
        }
    }

    /** 503 with the problem, which tells when to come again or whom to tell, in both languages. */
    HttpResponse<String> assertRefused(SentCommand command, String problem) {
        HttpResponse<String> answer = attempt(command);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(ProductClient.json(answer).get("type").asString()).isEqualTo("urn:soto:problem:" + problem);
        return answer;
    }

    void assertReads() {
        assertThat(product.get("auditor", "/api/units").statusCode())
                .as("reads go on")
                .isEqualTo(200);
    }

    /** The records of help that the hamlet's dashboard has once all commits are in it. */
    long countedHelp() {
        product.awaitCaughtUp();
        return product.json("officer", "/api/dashboards/kp-1?quarter=2024-Q4")
                .at("/answer/total/assistances")
                .asLong();
    }

    void assertHealth(String status) {
        HttpResponse<String> health = product.get("auditor", "/actuator/health");
        assertThat(ProductClient.json(health).get("status").asString())
                .as("health: %s", health.body())
                .isEqualTo(status);
    }

    void awaitHealth(String status) {
        Await.until(
                "health " + status,
                () -> ProductClient.json(product.get("auditor", "/actuator/health"))
                        .get("status")
                        .asString()
                        .equals(status));
    }

    /** Waits until health, which is down then, names the file and its fault. */
    void awaitHealthOfFile(String file, String fault) {
        Await.until(
                file + ": " + fault,
                () -> ProductClient.json(product.get("administrator", "/actuator/health"))
                        .at("/components/files/details/" + file + "/fault")
                        .asString("")
                        .equals(fault));
        assertHealth("DOWN");
    }

    /** As the machine does when its power fails, but for what the kernel still has. */
    void killAndStart() {
        product.kill();
        startAgain();
    }

    void startAgain() {
        product.close();
        product = host.start(data(), "--soto.demo=false");
        product.address();
    }

    /** A start that ends by itself; what it printed. */
    String refusedStart(String... settings) {
        product.close();
        product = host.start(
                data(),
                Stream.concat(Stream.of("--soto.demo=false"), Stream.of(settings))
                        .toArray(String[]::new));
        assertThat(product.awaitExit()).as(product.output()).isNotZero();
        return product.output();
    }

    /** The output of a start until it listens or ends. */
    String outputOfAStart() {
        product.close();
        product = host.start(data(), "--soto.demo=false");
        product.awaitStarted();
        return product.output();
    }

    /** Ends the product: everything acknowledged is in its ledger, once and at its number, and the ledger is sound. */
    void assertNothingLost() {
        acknowledged.assertAreThe(ended().commands(), sent);
    }

    /** The same where the product itself recorded that many facts of one kind. */
    void assertNothingLostBeside(String event, int facts) {
        LedgerCopy copy = ended();
        List<UUID> own = copy.commandsOf(event);
        assertThat(own).as(event).hasSize(facts);
        sent.addAll(own);
        acknowledged.assertAreThe(copy.commands(), sent);
    }

    private LedgerCopy ended() {
        product.close();
        return LedgerCopy.of(data(), folder.resolve("copy-" + ++copies)).verified();
    }

    @Override
    public void close() {
        host.recover();
        product.close();
    }
}
