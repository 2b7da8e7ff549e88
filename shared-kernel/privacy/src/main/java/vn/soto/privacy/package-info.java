/** Sealing and opening of personal data under one key per subject, and the readers of key stores. */
@NullMarked
package vn.soto.privacy;

import org.jspecify.annotations.NullMarked;
