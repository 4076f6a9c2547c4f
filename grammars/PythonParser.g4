// A toy with the shape of the real grammar. The lexer is hand-written (indentation, f-strings and soft keywords need it),
// so the token types are declared here: the tokens block alone defines them, in this order, and no lexer is generated.
parser grammar PythonParser;

options { superClass = PythonParserBase; }

tokens { INDENT, DEDENT, NEWLINE, NAME, NUMBER, PLUS, EQUAL, PASS }

file : (statement | NEWLINE)* EOF ;

statement : (assignment | PASS) NEWLINE ;

assignment : target=NAME EQUAL value=expression ;

expression : operand (PLUS operand)* ;

operand : NAME | NUMBER ;
