package vn.soto.plans.imports.table;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import vn.soto.domain.shared.TextFolding;

/**
 * Titles of columns with numbers that identify a person: citizen, identity card, passport, insurance, licence and tax
 * numbers. A file with such a column is refused. Titles are compared without accents, spaces, case and punctuation.
 */
final class PersonalTitles {

    /** Parts of titles, long enough to occur in no other title. */
    private static final List<String> PARTS = List.of(
            "cccd",
            "cmnd",
            "cmtnd",
            "ddcn",
            "cancuoc",
            "macongdan",
            "masocongdan",
            "chungminh",
            "giaytotuythan",
            "giaytocanhan",
            "sogiayto",
            "hochieu",
            "khaisinh",
            "bhxh",
            "bhyt",
            "baohiemxahoi",
            "baohiemyte",
            "sobaohiem",
            "mabaohiem",
            "thebaohiem",
            "masothue",
            "giaypheplaixe",
            "banglaixe",
            "gplx",
            "passport",
            "citizen",
            "nationalid",
            "identitycard",
            "identitynumber",
            "identificationnumber",
            "idcard",
            "idnumber",
            "personalid",
            "socialinsurance",
            "healthinsurance",
            "taxcode",
            "taxnumber",
            "drivinglicen",
            "driverlicen",
            "driverslicen");

    /** Abbreviations that are also parts of other words. */
    private static final Pattern ABBREVIATIONS =
            Pattern.compile("\\b(?:cmt|gttt|mst|so cc|the cc|ma cc|so id|id no)\\b");

    /** An identifier, unless the title says that it is one of something else than a person. */
    private static final Pattern IDENTIFIER = Pattern.compile(
            "dinhdanh(?!(?:dientu)?(?:cua)?(?:donvi|coquan|tochuc|diaban|doanhnghiep|hodan|hogiadinh|thietbi))");

    private PersonalTitles() {}

    static boolean nameNumberOfAPerson(String title) {
        String words = TextFolding.plain(Normalizer.normalize(title, Normalizer.Form.NFKC));
        String joined = words.replace(" ", "");
        return PARTS.stream().anyMatch(joined::contains)
                || ABBREVIATIONS.matcher(words).find()
                || IDENTIFIER.matcher(joined).find();
    }
}
