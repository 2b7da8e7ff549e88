package vn.soto.page;

/**
 * The foot of a printed page: an address at which its figures can be checked, as text and as a code to scan.
 *
 * @param address with the commit as of which the page is the same for ever
 * @param commit  number of that commit
 * @param chain   its hash; empty if the answer does not say it
 */
public record PrintForm(String address, QrCode code, String commit, String chain) {

    /** Of a version as of the commit that submitted it, otherwise as of the moment of the page. */
    public static PrintForm of(ApiAnswer answer, PageContext page) {
        Part shown = answer.answer().get("version");
        Part moment = answer.freshness().get("moment");
        Part commit = answer.answer().get("versions").items().stream()
                .filter(version -> shown.exists() && version.get("version").number() == shown.number())
                .map(version -> version.get("commit"))
                .findFirst()
                .orElse(moment.get("commit"));
        String address = page.site() + Addresses.with(page.address(), "asOf", commit.text());
        boolean ofTheMoment = commit.text().equals(moment.get("commit").text());
        return new PrintForm(
                address,
                QrCode.of(address),
                commit.text(),
                ofTheMoment ? moment.get("chain").text() : "");
    }
}
