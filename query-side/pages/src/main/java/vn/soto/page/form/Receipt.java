package vn.soto.page.form;

import java.util.List;
import vn.soto.page.Addresses;
import vn.soto.page.Part;

/**
 * The result of a form that was sent.
 *
 * @param commit   number of the commit; empty if it became a proposal
 * @param plan     the proposal that waits for a second person; empty if there is none
 * @param repeat   whether it was recorded before
 * @param warnings texts to look at
 * @param made     page of what was made; empty if nothing was
 * @param to       address that follows the form
 * @param again    the form for another; empty if there is none
 * @param draft    the draft that is recorded now
 */
public record Receipt(
        String commit,
        String plan,
        boolean repeat,
        List<String> warnings,
        String made,
        String to,
        String again,
        String draft) {

    /**
     * The page that tells what became of a command.
     *
     * @param reply answer of the command side
     * @param from  the form as it was opened, whose draft ends
     */
    public static String address(String command, Part reply, String made, String to, String from) {
        String address = Addresses.with(
                "/do/" + command + "/done", "commit", reply.get("commit").text());
        address = Addresses.with(address, "plan", reply.get("plan").text());
        address = Addresses.with(address, "repeat", reply.get("repeat").isTrue() ? "yes" : "");
        address = Addresses.with(address, "made", made);
        address = Addresses.with(address, "to", to.equals("/") ? "" : to);
        return Addresses.with(address, "from", from);
    }
}
