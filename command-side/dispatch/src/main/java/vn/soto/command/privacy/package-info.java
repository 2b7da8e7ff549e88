/** Seals personal data as it enters, and destroys the keys of those who are erased. */
@NullMarked
package vn.soto.command.privacy;

import org.jspecify.annotations.NullMarked;
