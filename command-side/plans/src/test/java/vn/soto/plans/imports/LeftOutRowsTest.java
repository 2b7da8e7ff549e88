package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.plans.imports.ImportKind.BUSINESSES;
import static vn.soto.plans.imports.ImportKind.HOUSEHOLDS;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.axon.UuidV7;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.ledgerwriter.kept.KeptText;
import vn.soto.ledgerwriter.memory.MemoryKeptTexts;
import vn.soto.plans.imports.table.Format;

/** Rows that a file left out are there for its sender, for thirty days, and for nobody else. */
@Tag("threads")
final class LeftOutRowsTest {

    private static final String TITLES = "Địa bàn;Xã/phường;Mã cơ sở;Loại hình;Tên cơ sở";

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private final MemoryKeptTexts texts = new MemoryKeptTexts();
    private final LeftOutRows rows = at(Duration.ZERO);

    private LeftOutRows at(Duration later) {
        Instant then = fixture.clock.instant().plus(later);
        return new LeftOutRows(texts, fixture.keyring, UuidV7.system(), Clock.fixed(then, ZoneOffset.UTC));
    }

    private UUID leftOut(Upload file) {
        ImportService.Accepted accepted = fixture.imports.carryOut(file, true);
        fixture.complete(accepted.plan().plan());
        assertThat(rows.keep(accepted, file)).isPresent();
        return UUID.fromString(accepted.plan().plan().value());
    }

    /** The first is recorded; of the others one has a wrong kind, one a misspelt unit, and one a unit that is nothing like one. */
    private UUID shops() {
        return leftOut(ImportFixture.csv(
                BUSINESSES,
                TITLES,
                "Ấp 3;Hòa Phú;CS-01;hộ kinh doanh;Tạp hóa Bà Bảy",
                "Ấp 3;Hòa Phú;CS-08;quán ăn;Quán Cô Tư",
                "ấp Đồng Tâmm 1;;CS-09;hộ kinh doanh;Quán Cô Năm",
                "không rõ ở đâu;;CS-10;hộ kinh doanh;Quán Cô Sáu"));
    }

    private String kept() {
        return String.join(
                "\n", texts.of("an", Instant.MIN).stream().map(KeptText::text).toList());
    }

    @Test
    void itsSenderMendsAndSendsThem() {
        UUID file = shops();

        assertThat(rows.of("an", BUSINESSES)).singleElement().satisfies(left -> {
            assertThat(left.file()).isEqualTo(file);
            assertThat(left.rows()).isEqualTo(3);
            assertThat(left.until()).isEqualTo(fixture.clock.instant().plus(Duration.ofDays(30)));
        });
        assertThat(rows.of("an", HOUSEHOLDS)).isEmpty();
        assertThat(rows.of("bình", BUSINESSES)).isEmpty();
        assertThat(rows.rows(file, BUSINESSES, "bình")).isEmpty();
        String mended = rows.rows(file, BUSINESSES, "an")
                .orElseThrow()
                .replace("quán ăn", "hợp tác xã")
                .replace("Tâmm", "Tâm")
                .replace("không rõ ở đâu;;", "Ấp 3;Minh Thạnh;");
        Upload again = ImportFixture.upload(BUSINESSES, Format.CSV, mended.getBytes(StandardCharsets.UTF_8));
        assertThat(fixture.dryRun(again).findings()).isEmpty();
        assertThat(fixture.names(fixture.imports.carryOut(again, false).plan().plan()))
                .containsExactly("Quán Cô Tư", "Quán Cô Năm");
        rows.discard(file, "bình");
        assertThat(rows.of("an", BUSINESSES)).hasSize(1);
        rows.discard(file, "an");
        assertThat(rows.of("an", BUSINESSES)).isEmpty();
    }

    /** By the clock of the server: to the second at which they were kept thirty days. */
    @Test
    void theyAreGoneAfterThirtyDays() {
        UUID file = shops();
        LeftOutRows lastSecond = at(LeftOutRows.KEPT.minusSeconds(1));
        LeftOutRows then = at(LeftOutRows.KEPT);

        lastSecond.removeEnded();
        assertThat(lastSecond.rows(file, BUSINESSES, "an")).isPresent();
        assertThat(then.of("an", BUSINESSES)).isEmpty();
        assertThat(then.rows(file, BUSINESSES, "an")).isEmpty();
        then.removeEnded();
        assertThat(kept()).isEmpty();
    }

    @Test
    void nothingOfThemIsInTheLedgerOrInTheClear() {
        UUID file = shops();

        assertThat(List.of("CS-08", "CS-09", "CS-10", "Cô Tư", "Cô Năm", "Cô Sáu", "không rõ"))
                .noneMatch(fixture::holds)
                .noneMatch(kept()::contains);
        assertThat(rows.rows(file, BUSINESSES, "an").orElseThrow())
                .as("of a row that tells nobody's, the name is not kept")
                .contains("Cô Tư", "Cô Năm", "CS-10")
                .doesNotContain("Cô Sáu");
    }

    @Test
    void anErasureReachesThem() {
        UUID file = shops();
        Upload mended = ImportFixture.csv(BUSINESSES, TITLES, "Ấp 3;Hòa Phú;CS-08;hợp tác xã;Quán Cô Tư");
        fixture.carryOut(mended);
        BusinessId shop = fixture.known().business(new UnitId("u-hamlet-3"), "CS-08");

        fixture.send(new EraseBusinessData(shop, ErasureBasis.REQUEST_OF_THE_SUBJECT, "REQUEST_OF_PERSON"));

        assertThat(rows.rows(file, BUSINESSES, "an").orElseThrow())
                .contains("Cô Năm")
                .doesNotContain("CS-08", "Cô Tư");
        assertThat(rows.keep(fixture.imports.carryOut(file("quán ăn"), true), file("quán ăn")))
                .as("nor is a row about an erased person kept again")
                .isEmpty();
        assertThat(rows.of("an", BUSINESSES)).hasSize(1);
    }

    private static Upload file(String kind) {
        return ImportFixture.csv(
                BUSINESSES, TITLES, "Ấp 3;Hòa Phú;CS-01;hộ kinh doanh;", "Ấp 3;Hòa Phú;CS-08;" + kind + ";Quán Cô Tư");
    }

    @Test
    void numbersOfPersonsAreNotKept() {
        UUID file = leftOut(ImportFixture.csv(
                HOUSEHOLDS,
                "Địa bàn;Mã hộ;Chủ hộ;Điện thoại;Địa chỉ",
                "ấp Đồng Tâm 1;H-01;Nguyễn Văn Ba;0912345678;",
                "ấp Đồng Tâm 1;H-02;Trần Thị Tư 074185001234;074185001234;ngõ 5",
                "ấp Đồng Tâm 1;H 03;Lê Văn Năm;0912 345 679;ngõ 6"));

        assertThat(rows.rows(file, HOUSEHOLDS, "an").orElseThrow())
                .contains("H-02", "ngõ 5", "Lê Văn Năm", "0912 345 679")
                .doesNotContain("074185001234", "Trần Thị Tư");
    }

    @Test
    void aRowIsNoRepetitionOfOneThatIsLeftOut() {
        Upload file = ImportFixture.csv(
                BUSINESSES,
                TITLES,
                "ấp Đồng Tâmm 1;;CS-09;hộ kinh doanh;Quán Cô Năm",
                "ấp Đồng Tâm 1;;CS-09;hộ kinh doanh;Quán Cô Năm");

        assertThat(fixture.dryRun(file).wrong()).isEqualTo(1);
    }

    @Test
    void nothingIsKeptOfAFileWithoutFaults() {
        Upload file = ImportFixture.csv(BUSINESSES, TITLES, "Ấp 3;Hòa Phú;CS-01;hộ kinh doanh;Tạp hóa Bà Bảy");

        assertThat(rows.keep(fixture.imports.carryOut(file, true), file)).isEqualTo(Optional.empty());
        assertThat(kept()).isEmpty();
    }
}
