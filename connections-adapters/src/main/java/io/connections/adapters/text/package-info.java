/// Patterns by RE2/J, phone numbers by libphonenumber, formulas by CEL.
@NullMarked
package io.connections.adapters.text;

import org.jspecify.annotations.NullMarked;
