package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.privacy.KeyringSealer;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.domain.DomainModel;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.events.ValueModule;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;
import vn.soto.testkit.RecordedLog;
import vn.soto.web.Language;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;
import vn.soto.web.ProblemTexts;

/**
 * Sends valid and invalid commands about persons with all loggers at their most verbose level, then searches every
 * output for personal data.
 */
@Isolated("listens to the log of everybody")
final class PrivacyIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T02:03:04Z"), ZoneOffset.UTC);

    /** All personal texts that the test sends, in any field; the search includes parts of them. */
    private static final List<String> SECRETS = List.of(
            "Nguyễn Thị Lan",
            "Trần Văn Minh",
            "0912345678",
            "912345678",
            "0987 654 321",
            "0987654321",
            "079123456789",
            "Hoa Mai",
            "Phạm Văn Hải",
            "0274 3822 333",
            "02743822333",
            "điện thoại bị hỏng",
            "Tạp hóa Cô Ba",
            "Lê Hoa Không Hợp Lệ");

    private static final String REQUEST = "{'request':'r-1','unit':'kp','source':'HOTLINE','topics':['VNEID'],"
            + "'receivedOn':'2026-06-30','requesterName':'Phạm Văn Hải','phone':'0274 3822 333','note':'điện thoại bị hỏng'}";

    @TempDir
    private Path folder;

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new ValueModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ProblemTexts texts = Problems.texts();
    private final List<String> answers = new ArrayList<>();
    private long ids;

    @Test
    void nothingPersonalIsInAnyFileLogMeterAnswerOrProblem() throws IOException {
        List<ILoggingEvent> logged;
        try (RecordedLog log = RecordedLog.from(Level.TRACE)) {
            drive();
            logged = log.events();
        }

        List<String> places = new ArrayList<>(answers);
        logged.forEach(event -> {
            places.add(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                places.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        });
        meters.getMeters().forEach(meter -> places.add(meter.getId().toString()));
        assertThat(SECRETS).allSatisfy(secret -> assertThat(places).noneMatch(place -> place.contains(secret)));
    }

    private void drive() throws IOException {
        Path ledgerFile = folder.resolve("ledger.sqlite");
        Path keyFile = folder.resolve("keys.sqlite");
        MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(keyFile, CLOCK);
                SqliteSubjectKeyReader reader = SqliteSubjectKeyReader.open(keyFile);
                SqliteLedger ledger =
                        SqliteLedger.open(ledgerFile, "soto/x", CLOCK, WriterSettings.standard(), meters)) {
            Keyring keyring = Keyring.open(reader, writer, master, "test");
            EventCodec codec = EventCodec.product();
            try (CommandSide side = CommandSide.start(
                    ledger.reader(), ledger.appender(), keyring, codec, CLOCK, DefaultPolicy.standard(), meters)) {
                PersonalDataSealer sealer = new KeyringSealer(keyring, ledger.reader(), DomainModel.commands());
                commands(side, sealer);
                assertThat(ledger.reader().tail().number())
                        .as("commands recorded")
                        .isEqualTo(10);
            }
            // While everything is open, so that logs and side files are searched too.
            assertThatNoFileShows();
            assertThat(ChainVerifier.verify(ledger.reader()))
                    .isEqualTo(ledger.reader().tail());
        }
        assertThatNoFileShows();
    }

    private void commands(CommandSide side, PersonalDataSealer sealer) {
        String instrument = "'instrument':{'number':'1/QĐ','signedOn':'2026-01-05'},'effectiveFrom':'2026-01-10'";
        good(
                side,
                sealer,
                EstablishUnit.class,
                "{'unit':'p','kind':'PROVINCE','name':'Bình Dương','officialCode':'74'," + instrument + "}");
        good(
                side,
                sealer,
                EstablishUnit.class,
                "{'unit':'w','kind':'WARD','name':'Phường 1','officialCode':'25741','parent':'p'," + instrument + "}");
        good(
                side,
                sealer,
                EstablishUnit.class,
                "{'unit':'kp','kind':'NEIGHBOURHOOD','name':'Khu phố 1','parent':'w'," + instrument + "}");
        good(side, sealer, RegisterHousehold.class, "{'household':'h-1','unit':'kp','reference':'KP1-001'}");
        good(
                side,
                sealer,
                RecordMemberProfile.class,
                "{'member':'lan','name':'Nguyễn Thị Lan','phone':'0912 345 678'}");
        good(
                side,
                sealer,
                RecordHouseholdContact.class,
                "{'household':'h-1','headName':'Trần Văn Minh','phone':'0987 654 321','address':'Số 12 đường Hoa Mai'}");
        good(
                side,
                sealer,
                RegisterBusiness.class,
                "{'business':'b-1','kind':'HOUSEHOLD_BUSINESS','unit':'kp','reference':'HKD-1','tradeName':'Tạp hóa Cô Ba'}");
        good(side, sealer, ReceiveSupportRequest.class, REQUEST);

        bad(side, sealer, ReceiveSupportRequest.class, REQUEST.replace("'kp'", "'nowhere'"), 404);
        bad(side, sealer, ReceiveSupportRequest.class, REQUEST.replace("bị hỏng", "bị hỏng, gọi 0987 654 321"), 422);
        good(
                side,
                sealer,
                EraseRequestData.class,
                "{'request':'r-1','basis':'PURPOSE_MET','reason':'đã trả lời xong'}");
        bad(side, sealer, RecordMemberProfile.class, "{'member':'lan','name':'Nguyễn Thị Lan 079123456789'}", 422);
        bad(
                side,
                sealer,
                RecordMemberProfile.class,
                "{'member':'lan','name':'Nguyễn Thị Lan','phone':'079123456789'}",
                422);
        bad(
                side,
                sealer,
                RecordMemberProfile.class,
                "{'member':'lan','name':'" + "Nguyễn Thị Lan ".repeat(20) + "'}",
                422);
        bad(side, sealer, RecordMemberProfile.class, "{'member':'lan','name':'Nguyễn Thị Lan\\u0007'}", 422);
        bad(side, sealer, RecordMemberProfile.class, "{'member':'Lê Hoa Không Hợp Lệ','name':'Nguyễn Thị Lan'}", 400);
        bad(side, sealer, RecordMemberProfile.class, "{'member':'lan','name':'Nguyễn Thị Lan','phone':912345678}", 400);
        bad(side, sealer, RecordMemberProfile.class, "{'member':'lan','name':{'last':'Nguyễn Thị Lan'}}", 400);
        bad(
                side,
                sealer,
                RecordMemberProfile.class,
                "{'member':'lan','name':'Nguyễn Thị Lan','note':'0912345678'}",
                400);
        bad(side, sealer, RecordHouseholdContact.class, "{'household':'h-9','headName':'Trần Văn Minh'}", 404);
        good(side, sealer, EraseMemberData.class, "{'member':'lan','basis':'PURPOSE_MET','reason':'đã rời tổ'}");
        bad(side, sealer, RecordMemberProfile.class, "{'member':'lan','name':'Nguyễn Thị Lan'}", 422);
        bad(
                side,
                sealer,
                EraseMemberData.class,
                "{'member':'lan','basis':'PURPOSE_MET','reason':'gọi 0912345678'}",
                422);
    }

    private void good(CommandSide side, PersonalDataSealer sealer, Class<? extends Command> kind, String payload) {
        CommandOutcome outcome = send(side, sealer, kind, payload);
        answers.add(json.writeValueAsString(outcome));
        assertThat(outcome.repeat()).isFalse();
    }

    private void bad(
            CommandSide side, PersonalDataSealer sealer, Class<? extends Command> kind, String payload, int status) {
        try {
            send(side, sealer, kind, payload);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                answers.add(cause.toString());
            }
            for (Locale locale : List.of(Language.VIETNAMESE, Locale.ENGLISH)) {
                Problem problem = Problems.of(e);
                answers.add(problem + " " + ProblemResponses.body(problem, texts, locale));
                assertThat(status == 400 ? 400 : problem.status()).as(payload).isEqualTo(status);
            }
            return;
        }
        throw new AssertionError("accepted: " + payload);
    }

    private CommandOutcome send(
            CommandSide side, PersonalDataSealer sealer, Class<? extends Command> kind, String payload) {
        UUID id = new UUID(0x019A_0000_0000_7000L, 0x8000_0000_0000_0000L + ++ids);
        ObjectNode clear = (ObjectNode) json.readTree(payload.replace('\'', '"'));
        try (PersonalDataSealer.Held sealed = sealer.sealHeld(kind, clear, id, id)) {
            return side.gateway()
                    .submit(
                            new CommandRequest(
                                    id, "an", Set.of(), id.toString(), id.toString(), CaptureMetadata.none(), true),
                            json.treeToValue(sealed.payload(), kind));
        }
    }

    private void assertThatNoFileShows() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(SECRETS).as(file.toString()).noneMatch(content::contains);
            }
        }
        assertThat(folder.resolve("ledger.sqlite")).isNotEmptyFile();
        assertThat(folder.resolve("keys.sqlite")).isNotEmptyFile();
    }
}
