package vn.soto.contracts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.testkit.Seeds;

final class PersonalNumbersTest {

    private static final List<String> SEPARATORS = List.of(
            " ", "  ", "-", ".", "/", "·", " - ", "–", "—", "\u00a0", "_", " / ", "...", "|", "*", "\u2212", "、", "・",
            ":");
    private static final String INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u180e";

    /** Zero of Arabic, Persian, Devanagari, Bengali, Thai, Lao, Khmer, full-width, bold and others. */
    private static final int[] ZEROS = {
        '0', 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x17e0, 0xff10, 0x1d7ce, 0x1d7d8, 0x1040, 0x1946
    };

    private static final List<String> VIETNAMESE =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> UNMARKED =
            List.of("khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin");
    private static final List<String> ENGLISH =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> IDEOGRAPHIC = List.of("〇", "一", "二", "三", "四", "五", "六", "七", "八", "九");

    private static final String CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨";
    private static final String NEGATIVE_CIRCLED = "⓿❶❷❸❹❺❻❼❽❾";
    private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "079088 012345",
                "07 90 88 01 23 45",
                "0912/345/678",
                "(0912)345678",
                "0912\u200b345\u200b678",
                "0\u00ad9\u00ad1\u00ad2\u00ad3\u00ad4\u00ad5\u00ad6\u00ad7\u00ad8",
                "0912–345–678",
                "0912 — 345 — 678",
                "٠٩١٢٣٤٥٦٧٨",
                "०९१२३४५६७८",
                "០៩១២៣៤៥៦៧៨",
                "⓪⑨①②③④⑤⑥⑦⑧",
                "⓿❾❶❷❸❹❺❻❼❽",
                "O9l2345678",
                "o912 345 678",
                "О9І2345678",
                "0912 345 67O",
                "số O79088O12345 nhé",
                "nửa đầu 079088, nửa sau 012345",
                "079088 rồi 012345",
                "gọi 0912 và sau đó 345678",
                "079 ghép 088 ghép 012 ghép 345",
                "+84 (0) 912 345 678",
                "(+84) 912345678",
                "84-912-345-678",
                "0084 912 345 678",
                "+84.274.3822.222",
                "912 345 678",
                "281/234/567",
                "28 12 34 567",
                "0̲9̲1̲2̲3̲4̲5̲6̲7̲8̲",
                "0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
                "0790880123450912345678",
                "09123456780000000000",
                "mã 00000000000790880123450000",
                "sdt0912345678",
                "CCCD:079088012345",
                "0912,345,678",
                "079088\n012345",
                "ngày 01/07/2026 0912 345 678",
                "lan.nguyen@gmail.com",
                "lan.nguyen @ gmail . com",
                "lan(at)gmail.com",
                "thư: lan＠example.vn",
                "lan@gmail"
            })
    void areFound(String text) {
        assertThat(PersonalNumbers.areIn(text)).isTrue();
    }

    /** Digits as words, letters between and in place of digits, and numbers with letters of their own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "〇九一二三四五六七八",
                "零九一二三四五六七八",
                "số 〇七九〇八八〇一二三四五",
                "〇9一2三4五6七8",
                "〡〢〣〤〥〦〧〨〩〡",
                "không chín một hai ba bốn năm sáu bảy tám",
                "Không Chín Một Hai, Ba Bốn Năm, Sáu Bảy Tám",
                "khong chin mot hai ba bon nam sau bay tam",
                "khôngchínmộthaibabốnnămsáubảytám",
                "KHÔNG BẢY CHÍN KHÔNG TÁM TÁM KHÔNG MỘT HAI BA BỐN NĂM",
                "không-chín-một-hai-ba-bốn-năm-sáu-bảy-tám",
                "zero nine one two three four five six seven eight",
                "oh nine one two three four five six seven eight",
                "09 một hai 345 sáu bảy tám",
                "0912 ba bốn năm 678",
                "gọi không 9 một 2 ba 4 năm 6 bảy 8 nhé",
                "0 chín 12 345678",
                "hai tám một hai ba bốn năm sáu bảy",
                "một chín không ba năm tám hai bốn bảy sáu một hai",
                "0x9x1x2x3x4x5x6x7x8x",
                "0x9x1x2x3x4x5x6x7x8",
                "0 x 9 x 1 x 2 x 3 x 4 x 5 x 6 x 7 x 8",
                "0912a345a678",
                "0912a345b678",
                "0a9b1c2d3e4f5g6h7i8",
                "079a088b012c345",
                "0912-a-345-a-678",
                "09l2345b78",
                "0gl2345678",
                "O9I2E45678",
                "07qO88Ol2345",
                "C1234567",
                "hộ chiếu C1234567.",
                "hộ chiếu số b 1234567",
                "N-1234567",
                "P01234567",
                "k12345678",
                "DN4797912345678",
                "sổ DN 4 79 791 234 5678",
                "BHXH hc-4-79-7912345678",
                "GD4797912345678",
                "biển số 61C-123.45",
                "59A1-234.56",
                "59-A1 234.56",
                "xe 61a 12345",
                "30LD-123.45",
                "59T1-2345",
                "51F12345",
                "chuyển khoản 19031234567",
                "STK 1903123456789",
                "1903123456789012345",
                "tài khoản 1903 1234 5678 012",
                "stk: 0071.000.123.456",
                "9704 3612 3456 7890"
            })
    void areFoundWithLettersInThem(String text) {
        assertThat(PersonalNumbers.areIn(text)).isTrue();
        assertThat(PersonalNumbers.areInDigits("Ghi chú: " + text)).isTrue();
    }

    /** Texts that officers, leaders and members write every day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "một trăm hai mươi ba triệu bốn trăm năm mươi sáu nghìn bảy trăm tám mươi chín đồng",
                "hai triệu năm trăm nghìn đồng",
                "năm 2024, năm 2025, năm 2026",
                "nam 12, nữ 15, sau 3 buổi, bay 2 chuyến",
                "tổ một, tổ hai, tổ ba, tổ bốn, tổ năm",
                "một, hai, ba, bốn, năm, sáu, bảy, tám, chín, mười",
                "một hai ba bốn năm sáu bảy tám chín",
                "không có ai, ba hộ vắng, hai hộ đã chuyển đi năm 2025",
                "quý một, quý hai, quý ba, quý tư năm 2026",
                "khu phố Ba, ấp Năm, thôn Bảy, tổ 12",
                "ba mươi hai hộ, năm mươi lăm lượt",
                "one or two teams, three sessions, four households",
                "07h30 - 11h30, 13h30 - 17h00",
                "từ 07h30 đến 11h30 ngày 03/9",
                "08g00 - 09g15 - 10g30",
                "6037/KH-UBND, 1662/NQ-UBTVQH15, 19/2025/QĐ-TTg",
                "số 61/QĐ-UBND, 59/BC-UBND, 30/TB-VP",
                "Kế hoạch 3055/KH-UBND ngày 12/5/2026",
                "CV 1234/STTTT-BCVT",
                "HK-00012345, HK-KP1/012a, KP1-0001",
                "hộ H-0012, H-0013 và H-0014",
                "quý III/2026, Q3/2026, 2026-Q3",
                "Quý 3 năm 2026: 12.345 lượt, 1.234 hộ",
                "nhà 128/27/14A đường Cách Mạng Tháng Tám, phường Phú Lợi",
                "căn hộ 12A-1204 chung cư Becamex",
                "phòng B1204, tầng 12, toà A1",
                "số 15B đường ĐT.743, khu phố 4",
                "lô C12, đường D5, khu dân cư 30A",
                "hẻm 61 Nguyễn Trãi, số 12345",
                "Điện thoại Samsung A52, Oppo F11, Windows 11 24H2",
                "3G, 4G, 5G; USB 3.0; MP4; A4; B5",
                "mẫu C06, mẫu M01, phiếu T12",
                "VNeID mức 2: 120 người, mức 1: 45 người",
                "tệp C20260701.xlsx, bản B20261130",
                "ISO 9001, TCVN 12345, QCVN 12:2015",
                "tài khoản VNeID mức 2 cho 12 người ngày 01/7",
                "mở 25 tài khoản ngân hàng, 120.500.000 đồng",
                "tài khoản: 300000000 đồng",
                "lúc 20260701153045123",
                "mua 2 loa, 3 micro, 10l nước",
                "12 hộ x 3 buổi x 2 người x 15 phút",
                "3x4, 4x6, 10x15",
                "cỡ 1920x1080, 1280x720",
                "tỉ lệ 1/2, 3/4, 5/6",
                "Tổ CNSĐC khu phố 3 phường Phú Lợi"
            })
    void passOverWhatIsWrittenEveryDay(String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nhập nhầm ngày 2026-07-01, đúng là 2026-07-02",
                "từ 2026-07-01 2026-09-30",
                "từ 01/07/2026 đến 30/09/2026",
                "01/07/2026 - 30/09/2026",
                "01/07/2026-30/09/2026",
                "ngày 1/7/2026, 5/7/2026 và 10/7/2026",
                "các buổi 01/07, 05/07, 10/07, 15/07",
                "các ngày 01/01, 02/01, 03/01",
                "từ 07/2026 - 09/2026",
                "quý III/2026 so với quý III/2025",
                "2026-07-01T07:30:00Z",
                "2026-07-01 07:30:15.123456",
                "07:30 - 11:30, 13:30 - 17:00",
                "sáng 07:30 - 11:30 ngày 01/07/2026",
                "họp lúc 7h30 đến 11h00, chiều 13h30 đến 16h45",
                "01.07.2026, 02.07.2026",
                "Kế hoạch 6037/KH-UBND",
                "Nghị quyết 1662/NQ-UBTVQH15",
                "Quyết định 19/2025/QĐ-TTg ngày 12/06/2025",
                "124/2004/QĐ-TTg",
                "Quyết định 072/2026/QĐ-UBND, 12345 lượt",
                "Công văn số 1234/UBND-NC ngày 01/07/2026, Công văn số 5678/STTTT-BCVT ngày 15/08/2026",
                "Luật số 72/2025/QH15",
                "Nghị định 137/2024/NĐ-CP và 69/2024/NĐ-CP",
                "Thông tư 01/2026/TT-BKHCN",
                "1.200.000 đồng",
                "1.200.000 - 1.500.000 đồng",
                "kinh phí 120.500.000 đồng",
                "kinh phí 123.456.789 đồng",
                "kinh phí 120.500.000",
                "tổng 2.500.000.000 VNĐ",
                "300000000 đồng",
                "120 500 000 đồng",
                "1,250,000 lượt; 1,480,000 lượt",
                "500.000đ/người, 20.000đ/suất",
                "1.234 hộ, 12.345 lượt",
                "1.234/12.345 hộ (10%)",
                "tỷ lệ 95,5% - 97,25% - 98,75%",
                "2025: 1.250.000; 2026: 1.480.000 đồng",
                "số 12/3/45 đường 30/4, khu phố 5",
                "nhà số 128/27/14A đường Cách Mạng Tháng Tám",
                "xã 25747, phường 25760",
                "các xã 25747, 25750, 25753, 25756",
                "các xã 03100, 03103",
                "đơn vị 74.718.25747",
                "đơn vị 79.760.26734",
                "mã 02.024.00688",
                "Khu phố 73",
                "các tổ 03, 04, 05, 06, 07",
                "các tổ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12",
                "tổ 1 2 3 4 5 6 7 8 9",
                "hộ 102, 115, 118",
                "HK-00012345",
                "gộp hộ HK-012345 với HK-012346",
                "trùng với KP1-0001 và KP1-0002",
                "Mã hồ sơ 000.00.15.H10-260701-0001",
                "G22.99.2-260701-1234",
                "từ số 001 đến số 120",
                "năm 2024, 2025, 2026",
                "2024 - 2025 - 2026",
                "giai đoạn 2021-2025, 2026-2030",
                "gọi 113, 114, 115",
                "tổng đài 1022 hoặc 1900 1234",
                "Km 12+300 Quốc lộ 13, đường ĐT.743",
                "thửa 123, tờ bản đồ số 45, diện tích 1.250,5 m²",
                "mua 10l, 20l, 30l nước",
                "lớp 1 có 25 người, lớp 2 có 30 người, lớp 3 có 28 người",
                "nam 12, nữ 15, trên 60 tuổi 7",
                "cài VNeID mức 2 cho 12 người, dịch vụ công cho 8 người",
                "toạ độ 10.980412, 106.651923",
                "tải lên lúc 202607011530",
                "tệp 20260701153045.xlsx",
                "sai đơn vị: ghi KP3, đúng là KP13",
                "Lý do: chuyển sang tổ 2 từ 01/8",
                "học viên: 45/50, đạt 90%",
                "3 buổi @ 500.000 đồng",
                "½ số hộ, 3½ giờ",
                "ở 912.345.678 đồng",
                "ở 12/3 đường 30/4",
                "quý I 2026, quý II 2026",
                "Wi-Fi 5GHz, 4G/5G, Windows 10.0.19045.3803"
            })
    void passOverWhatHonestPeopleWrite(String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Hồng Đào, Nguyễn Thị Hồng Đào",
        "Ngu\u0323ye\u0302\u0303n, Ngụyễn",
        "１２, 12",
        "⑫, 12",
        "n\u00adam, nam",
        "a–b, a-b"
    })
    void lettersStayLetters(String text, String legible) {
        assertThat(LegibleText.of(text)).isEqualTo(legible);
    }

    @Test
    void areFoundInEveryDisguise() {
        Seeds.each(3_000, seed -> {
            Random random = new Random(seed);
            String number = number(random);
            String disguised = disguised(number, random);

            assertThat(PersonalNumbers.areIn("Ghi chú: " + disguised + "."))
                    .as("%s as %s", number, disguised)
                    .isTrue();
        });
    }

    /** Digit by digit in one of several ways, or in all of them mixed. */
    @Test
    void areFoundInWordsAndBetweenLetters() {
        Seeds.each(2_000, seed -> {
            Random random = new Random(seed);
            String number = random.nextBoolean() ? citizen(random) : mobile(random);
            String disguised = random.nextInt(3) == 0
                    ? betweenLetters(number, random)
                    : inWords(number, List.of(VIETNAMESE, UNMARKED, ENGLISH, IDEOGRAPHIC), random);

            assertThat(PersonalNumbers.areIn("Nhờ gọi " + disguised + " giúp"))
                    .as("%s as %s", number, disguised)
                    .isTrue();
        });
    }

    private static String inWords(String number, List<List<String>> languages, Random random) {
        List<String> language = languages.get(random.nextInt(languages.size()));
        boolean mixed = random.nextBoolean();
        String separator = List.of(" ", "-", ", ", " . ").get(random.nextInt(4));
        return number.chars()
                .mapToObj(c -> mixed && random.nextInt(3) > 0 ? Character.toString(c) : language.get(c - '0'))
                .collect(Collectors.joining(separator));
    }

    private static String betweenLetters(String number, Random random) {
        StringBuilder disguised = new StringBuilder();
        int next = 0;
        while (next < number.length()) {
            int end = Math.min(number.length(), next + 1 + random.nextInt(6));
            disguised.append(number, next, end);
            next = end;
            if (next < number.length()) {
                disguised.append(Character.toString("axckp".charAt(random.nextInt(5))));
            }
        }
        // In one piece it is found as what it is.
        return disguised.toString();
    }

    @Test
    void areFoundInHalves() {
        Seeds.each(1_000, seed -> {
            Random random = new Random(seed);
            String number = random.nextBoolean() ? citizen(random) : mobile(random);
            int half = 3 + random.nextInt(number.length() - 5);
            String second = number.substring(half);
            if (half == 5 && second.length() == 5 && second.startsWith("0")) {
                return; // two codes of units
            }
            String text = "số " + number.substring(0, half) + " rồi đến " + second + " là đủ";

            assertThat(PersonalNumbers.areIn(text)).as(text).isTrue();
        });
    }

    private static String number(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> citizen(random);
            case 1 -> digits(9, random);
            case 2 -> mobile(random);
            case 3 -> "84" + mobile(random).substring(1);
            default -> "02" + (random.nextInt(7) + 3) + digits(random.nextBoolean() ? 7 : 8, random);
        };
    }

    private static String citizen(Random random) {
        return String.format(Locale.ROOT, "%03d%d", 1 + random.nextInt(96), random.nextInt(4)) + digits(8, random);
    }

    private static String mobile(Random random) {
        return "0" + "35789".charAt(random.nextInt(5)) + digits(8, random);
    }

    private static String digits(int count, Random random) {
        return random.ints(count, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }

    private static String disguised(String number, Random random) {
        List<String> groups = groups(number, random);
        String separator = groups.stream().anyMatch(PersonalNumbersTest::looksHonest)
                ? " "
                : SEPARATORS.get(random.nextInt(SEPARATORS.size()));
        String grouped =
                String.join(isAmount(groups) || isSeries(groups) || isNumberWithYear(groups) ? "" : separator, groups);
        int zero = ZEROS[random.nextInt(ZEROS.length)];
        int form = random.nextInt(8);
        StringBuilder disguised = new StringBuilder();
        grouped.codePoints().forEach(c -> {
            disguised.append(c < '0' || c > '9' ? Character.toString(c) : digit(c - '0', zero, form));
            if (form == 4 && random.nextInt(3) == 0) {
                disguised.append(INVISIBLE.charAt(random.nextInt(INVISIBLE.length())));
            }
        });
        return disguised.toString();
    }

    private static String digit(int digit, int zero, int form) {
        return switch (form) {
            case 0 -> Character.toString(zero + digit);
            case 1 -> CIRCLED.substring(digit, digit + 1);
            case 2 -> NEGATIVE_CIRCLED.substring(digit, digit + 1);
            case 3 -> SUPERSCRIPT.substring(digit, digit + 1);
            case 5 -> digit == 0 ? "O" : String.valueOf(digit);
            case 6 -> digit + "\u0332";
            default -> String.valueOf(digit);
        };
    }

    private static List<String> groups(String number, Random random) {
        List<String> groups = new ArrayList<>();
        int from = 0;
        while (from < number.length()) {
            int to = Math.min(number.length(), from + 1 + random.nextInt(6));
            groups.add(number.substring(from, to));
            from = to;
        }
        return groups;
    }

    /** Groups that are part of a day, a time, a year: beside a dot, a slash or a colon they may be honest. */
    private static boolean looksHonest(String group) {
        return group.length() <= 2 || group.matches("(19|20)\\d\\d");
    }

    private static boolean isAmount(List<String> groups) {
        return groups.getFirst().matches("[1-9]\\d{0,2}")
                && groups.stream().skip(1).allMatch(group -> group.length() == 3);
    }

    private static boolean isNumberWithYear(List<String> groups) {
        return String.join("", groups).length() == 9
                && groups.stream().anyMatch(group -> group.matches("(19|20)\\d\\d"));
    }

    private static boolean isSeries(List<String> groups) {
        for (int i = 2; i < groups.size(); i++) {
            int step = Integer.parseInt(groups.get(i)) - Integer.parseInt(groups.get(i - 1));
            if (step != Integer.parseInt(groups.get(1)) - Integer.parseInt(groups.get(0))) {
                return false;
            }
        }
        return true;
    }
}
