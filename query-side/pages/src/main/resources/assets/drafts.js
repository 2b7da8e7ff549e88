// The drafts of this browser: what was typed into forms and is not recorded yet. None is older than a day.

export const BEFORE = 'soto-draft:';
const LONGEST = 24 * 60 * 60 * 1000;

const ended = (draft) => !draft || !(Date.now() - draft.at <= LONGEST);

/** All of them, each with its account and form as the name; those that are too old end here. */
export function drafts() {
    try {
        return Object.keys(localStorage).filter((key) => key.startsWith(BEFORE)).flatMap((key) => {
            const draft = JSON.parse(localStorage.getItem(key));
            if (ended(draft)) {
                localStorage.removeItem(key);
                return [];
            }
            return [{ ...draft, name: key.slice(BEFORE.length) }];
        });
    } catch (e) { return []; }
}

export const forget = (draft) => localStorage.removeItem(BEFORE + draft.name);
