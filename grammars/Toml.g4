// TOML 1.0 for ANTLR 4: https://toml.io/en/v1.0.0, whose grammar needs one token of look-ahead.
//
// - The scanner is hand-written: whether `1.2` is a key of two parts or a number depends on where it stands, and line breaks inside an
//   array are none. A simple value (string, number, date, …) comes as one token that carries it.
// - Actions build the tables while the text is read; what the grammar lets through (a key twice, `[1, , 2]`) the methods of TomlBase refuse.
// - The first error ends the reading: half a configuration is worse than none.
parser grammar Toml;

options { superClass = TomlBase; }

tokens {
    NEWLINE, BARE, STRING, SCALAR, DOT, EQUAL, COMMA, LEFT_BRACKET, RIGHT_BRACKET, LEFT_BRACKETS, RIGHT_BRACKETS, LEFT_BRACE, RIGHT_BRACE
}

@header {
using System.Collections.Immutable;
using PyLint.Sharp.Configuration.Documents;
}

document
    : line (NEWLINE line)* EOF
    ;

line
    : ( LEFT_BRACKET key RIGHT_BRACKET { OpenTable($key.parts, $start); }
      | LEFT_BRACKETS key RIGHT_BRACKETS { OpenElement($key.parts, $start); }
      | pair { Define($pair.parts, $pair.node); }
      )?
    ;

pair returns [ImmutableArray<TomlKey> parts, TomlValue node]
    : key { $parts = $key.parts; } EQUAL value { $node = $value.node; }
    ;

key returns [ImmutableArray<TomlKey> parts]
@init { var collected = NewKey(); }
    : keyPart { AddPart(collected, $keyPart.token); } (DOT keyPart { AddPart(collected, $keyPart.token); })* { $parts = collected.ToImmutable(); }
    ;

keyPart returns [Token token]
    : BARE { $token = $start; }
    | STRING { $token = $start; }
    ;

value returns [TomlValue node]
    : STRING { $node = $start.Value; }
    | SCALAR { $node = $start.Value; }
    | array { $node = $array.node; }
    | inlineTable { $node = $inlineTable.node; }
    ;

array returns [TomlArray node]
@init { var items = ImmutableArray.CreateBuilder<TomlValue>(); }
    : LEFT_BRACKET (value { items.Add($value.node); } (COMMA (value { items.Add($value.node); } | { RequireEnd(RIGHT_BRACKET); }))*)? { RequireEnd(RIGHT_BRACKET); } RIGHT_BRACKET
        { $node = new TomlArray(Span($start), items.ToImmutable()); }
    ;

inlineTable returns [TomlTable node]
@init { var table = NewInlineTable($start); }
    : LEFT_BRACE (pair { Define(table, $pair.parts, $pair.node); } (COMMA pair { Define(table, $pair.parts, $pair.node); })*)? { RequireEnd(RIGHT_BRACE); } RIGHT_BRACE
        { $node = Closed(table, Span($start)); }
    ;
