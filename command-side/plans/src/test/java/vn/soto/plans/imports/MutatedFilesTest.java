package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.plans.imports.table.AnnotatedFile;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.RowListener;
import vn.soto.plans.imports.table.WorkbookFixture;

/**
 * Files of every kind with random faults are decided, or refused as files. Nothing else happens to them, and no fault
 * makes a small file costly. The allocations of the deciding thread are counted.
 */
@Tag("slow")
final class MutatedFilesTest {

    private static final long SEED = 20_260_702;
    private static final int FILES = Boolean.getBoolean("soto.long") ? 10_000 : 100;
    private static final long MOST_ALLOCATED = 64L * 1024 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final Map<ImportKind, String> FILES_BY_KIND = new EnumMap<>(Map.of(
            ImportKind.UNITS,
            """
            # ghi chú
            Mã riêng,Loại,Tên,Mã ĐVHC,Thuộc,Số văn bản,Ngày ký,Ngày hiệu lực
            ,Xã,Tân Lập,25782,Bình Dương,19/2025/QĐ-TTg,30/06/2025,01/07/2025
            x-1,Ấp,"Một, hai",,Tân Lập,01/NQ,30/06/2025,01/07/2025
            """,
            ImportKind.TEAMS,
            """
            Tên tổ,Số quyết định,Ngày ký,Địa bàn,Thành viên,Tổ trưởng,Từ ngày
            Tổ Ấp 3,05/QĐ-UBND,01/07/2025,"Ấp 3, Minh Thạnh","m-an: Đoàn thanh niên; m-binh; m-chi",m-an,02/03/2026
            """,
            ImportKind.MEMBERS,
            """
            Tổ,Mã thành viên,Tổ chức,Ngày vào tổ,Họ và tên,Số điện thoại
            team-1,m-sen,Hội phụ nữ,01/04/2026,Nguyễn Thị Sen,0912345678
            Tổ công nghệ số ấp Đồng Tâm 1,m-dung,Đoàn thanh niên,01/04/2026,Lê Văn Dũng,
            """,
            ImportKind.HOUSEHOLDS,
            """
            Địa bàn,Xã/Phường,Mã hộ,Tổ,Người phụ trách,Phân công từ ngày,Chủ hộ,Ghi chú
            Ấp Đồng Tâm 1,,HO-1,team-1,m-hung,02/03/2026,Trần Văn Ba,=1+1
            Ấp Dong Tam 1,Minh Thạnh,HO-2,,,,,'x
            """,
            ImportKind.OUTREACH,
            """
            Ngày,Tổ,Địa bàn,Chủ đề,Hình thức,Số người dự,Người tổ chức
            12/08/2026,team-1,Ấp Đồng Tâm 1,VNeID; an toàn,họp dân,40,m-lan; m-hung
            13/08/2026,team-1,Ấp Đồng Tâm 1,thanh toán,loa,0,m-mai
            """,
            ImportKind.TRAININGS,
            """
            Ngày,Số giờ,Chủ đề,Đơn vị tổ chức,Người dự
            10/08/2026,3,VNeID,UBND xã,team-1: m-lan; team-1: m-hung
            """,
            ImportKind.BUSINESSES,
            """
            Địa bàn,Xã/phường,Mã cơ sở,Loại hình,Tên cơ sở
            Ấp 3,Hòa Phú,CS-01,hộ kinh doanh,Tạp hóa Bà Bảy
            """,
            ImportKind.REORGANISATIONS,
            """
            action,unit,kind,name,official_code,parent,successor
            establish,u-new,hamlet,Đồng Tâm Mới,,u-commune,
            merge,u-hamlet-1,,,,,u-new
            rename,u-ward,,Hòa Phú Mới,,,
            """));

    /** The texts that a mutation puts into a file in the place of something else. */
    private static final List<String> TOKENS = List.of(
            "",
            "0",
            "-1",
            "1048577",
            "2147483647",
            "-2147483648",
            "99999999999999999999",
            "1E2147483647",
            "1E-2147483647",
            "NaN",
            "ZZZZZZ2",
            "XFD1048576",
            "A0",
            "A1:XFD1048576",
            "\u0000",
            "\uFFFD",
            "\uFEFF",
            "\u202E",
            "😀",
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            "=cmd|' /C calc'!A0",
            "#REF!",
            "#",
            "s",
            "str",
            "inlineStr",
            "e",
            "b",
            "d",
            "n",
            "shared",
            "&amp;",
            "&#0;",
            "&x;",
            "<",
            ">",
            "]]>",
            "<!DOCTYPE x [<!ENTITY a 'b'>]>",
            "<!--",
            "<c/>",
            "</row>",
            "<row>",
            "<x>".repeat(200),
            "x".repeat(40_000),
            "ấp 3, ".repeat(2_000),
            ",".repeat(20_000),
            "01/07/2026",
            "31/02/2026",
            "cccd",
            "Số CCCD");

    private static final Pattern VALUE = Pattern.compile("\"[^\"<>]*\"|>[^<>]*<");

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private final Random random = new Random(SEED);
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void areDecidedOrRefusedAtLittleCost() {
        List<ImportKind> kinds = List.of(ImportKind.values());
        decide(new Upload(
                ImportKind.UNITS,
                Format.XLSX,
                workbook(String.valueOf(FILES_BY_KIND.get(ImportKind.UNITS))).file(),
                "an"));
        for (int i = 0; i < FILES; i++) {
            ImportKind kind = kinds.get(random.nextInt(kinds.size()));
            String text = String.valueOf(FILES_BY_KIND.get(kind));
            Format format = random.nextBoolean() ? Format.CSV : Format.XLSX;
            byte[] file =
                    format == Format.CSV ? mutated(text.getBytes(StandardCharsets.UTF_8)) : mutated(workbook(text));
            Upload upload = new Upload(kind, format, file, "an");
            long before = allocated();
            String outcome = decide(upload);
            assertThat(allocated() - before)
                    .as("bytes allocated for file %d of seed %d: %s", i, SEED, outcome)
                    .isLessThan(MOST_ALLOCATED);
            outcomes.merge(outcome, 1, Integer::sum);
            if (i % 10 == 0) {
                carryOut(upload, i);
            }
        }

        assertThat(outcomes).as("outcomes").containsKeys("decided", "file-not-xlsx", "file-not-csv");
        assertThat(outcomes.get("decided")).as("files decided of %s", outcomes).isGreaterThan(FILES / 10);
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }

    /** Any other exception fails the test. */
    private String decide(Upload upload) {
        try (AnnotatedFile back = new AnnotatedFile(upload.format(), Finding::code)) {
            dryRun(upload, back);
            assertThat(back.file()).isNotEmpty();
            return "decided";
        } catch (InvalidFileException e) {
            return e.code();
        }
    }

    private void dryRun(Upload upload, RowListener listener) {
        if (upload.kind() == ImportKind.REORGANISATIONS) {
            fixture.reorganisations.dryRun(decreed(upload), listener);
        } else {
            fixture.imports.dryRun(upload, listener);
        }
    }

    private static ReorganisationImport.Decreed decreed(Upload upload) {
        return new ReorganisationImport.Decreed(
                upload, new Instrument("9/NQ", ImportFixture.DAY), ImportFixture.DAY.plusMonths(4));
    }

    private void carryOut(Upload upload, int number) {
        try {
            if (upload.kind() == ImportKind.REORGANISATIONS) {
                fixture.reorganisations.carryOut(decreed(upload));
            } else {
                fixture.imports.carryOut(upload, true);
            }
        } catch (InvalidFileException | InvalidRowsException e) {
            assertThat(e).as("file %d of seed %d", number, SEED).isNotNull();
        }
    }

    /** A workbook with these cells: some as shared texts, some inline, some as numbers. */
    private WorkbookFixture workbook(String csv) {
        StringBuilder rows = new StringBuilder();
        StringBuilder shared = new StringBuilder("<sst>");
        int row = 0;
        int texts = 0;
        for (String line : csv.lines().filter(text -> !text.startsWith("#")).toList()) {
            rows.append("<row r=\"").append(++row).append("\">");
            char column = 'A';
            for (String cell :
                    line.replaceAll("\"([^,\"]*),([^\"]*)\"", "$1-$2").split(",", -1)) {
                String text = cell.replace("\"", "");
                String address = " r=\"" + column++ + row + "\"";
                if (text.matches("[1-9]\\d{0,9}")) {
                    rows.append("<c" + address + " s=\"1\"><v>" + text + "</v></c>");
                } else if (random.nextBoolean()) {
                    rows.append("<c" + address + " t=\"s\"><v>" + texts++ + "</v></c>");
                    shared.append("<si><t>" + text + "</t></si>");
                } else {
                    rows.append("<c" + address + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
                }
            }
            rows.append("</row>");
        }
        return WorkbookFixture.ofRows(rows.toString()).with(WorkbookFixture.SHARED, shared + "</sst>");
    }

    private byte[] mutated(WorkbookFixture workbook) {
        List<String> parts = new ArrayList<>(workbook.parts().keySet());
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            String part = random.nextInt(3) == 0 ? parts.get(random.nextInt(parts.size())) : WorkbookFixture.SHEET;
            byte[] content = workbook.parts().getOrDefault(part, new byte[0]);
            workbook.with(part, random.nextInt(3) == 0 ? mutated(content) : withToken(content));
        }
        byte[] file = workbook.file();
        return random.nextInt(8) == 0 ? mutated(file) : file;
    }

    /** The content with one value of an attribute or one text replaced. */
    private byte[] withToken(byte[] content) {
        String xml = new String(content, StandardCharsets.UTF_8);
        Matcher values = VALUE.matcher(xml);
        List<MatchResult> found = values.results().toList();
        if (found.isEmpty()) {
            return content;
        }
        MatchResult value = found.get(random.nextInt(found.size()));
        return (xml.substring(0, value.start() + 1) + token() + xml.substring(value.end() - 1))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String token() {
        return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    /** The bytes with some changed, removed, repeated or put in. */
    private byte[] mutated(byte[] file) {
        byte[] bytes = file;
        for (int i = random.nextInt(1, 4); i > 0 && bytes.length > 0; i--) {
            boolean letters = random.nextInt(4) > 0;
            int from = boundary(bytes, random.nextInt(bytes.length), letters);
            int to = boundary(bytes, Math.min(bytes.length, from + random.nextInt(1, 40)), letters);
            byte[] slice = Arrays.copyOfRange(bytes, from, to);
            bytes = switch (random.nextInt(5)) {
                case 0 -> joined(bytes, from, new byte[] {(byte) random.nextInt(letters ? 128 : 256)}, to);
                case 1 -> joined(bytes, from, new byte[0], to);
                case 2 -> joined(bytes, from, repeated(slice, random.nextInt(1, 200)), to);
                case 3 -> joined(bytes, from, token().getBytes(StandardCharsets.UTF_8), from);
                default -> Arrays.copyOf(bytes, random.nextInt(4) == 0 ? from : bytes.length);
            };
        }
        return bytes;
    }

    /** The position, or the start of the letter there. */
    private static int boundary(byte[] bytes, int position, boolean letters) {
        int boundary = position;
        while (letters && boundary > 0 && boundary < bytes.length && (bytes[boundary] & 0xC0) == 0x80) {
            boundary--;
        }
        return boundary;
    }

    private static byte[] repeated(byte[] slice, int times) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            bytes.writeBytes(slice);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] bytes, int end, byte[] between, int start) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, end);
        joined.writeBytes(between);
        joined.write(bytes, Math.min(start, bytes.length), bytes.length - Math.min(start, bytes.length));
        return joined.toByteArray();
    }
}
