// Python 3.14 for ANTLR 4: https://docs.python.org/3.14/reference/grammar.html in a shape that needs one token of look-ahead.
//
// - Operators are flat; `operation` feeds an operator-precedence builder, so an operand costs a few rule calls and not fifteen.
// - `(COMMA item?)*` stands for an optional trailing comma; the tokenizer reports two commas in a row.
// - The tokenizer has resolved indentation, soft keywords, `is not`, `not in` and the parts of f-strings.
// - Each alternative says which node it makes. What the grammar lets through beyond Python, the methods of PythonParserBase reject.
// - Lists of nodes are collected on one stack: Mark() remembers its height, Add() pushes, Take() makes an array of what lies above.
parser grammar PythonParser;

options { superClass = PythonParserBase; }

tokens {
    // Layout: these end no node, see TokenBuffer.LastEnd.
    INDENT, DEDENT, NEWLINE,
    NAME, NUMBER, STRING, FSTRING_START, TSTRING_START, FSTRING_MIDDLE, FSTRING_END, STRAY_CLAUSE,
    FALSE, NONE, TRUE, AS, ASSERT, ASYNC, AWAIT, BREAK, CASE, CLASS, CONTINUE, DEF, DEL, ELIF, ELSE, EXCEPT, FINALLY, FOR, FROM,
    GLOBAL, IF, IMPORT, LAMBDA, LAZY, MATCH, NONLOCAL, PASS, RAISE, RETURN, TRY, TYPE, WHILE, WITH, YIELD,
    LEFT_PARENTHESIS, RIGHT_PARENTHESIS, LEFT_BRACKET, RIGHT_BRACKET, LEFT_BRACE, RIGHT_BRACE,
    COLON, COMMA, SEMICOLON, DOT, ELLIPSIS, ARROW, EQUAL, COLON_EQUAL, EXCLAMATION, AUGMENTED_ASSIGNMENT,
    NOT, TILDE,
    // Binary operators, PLUS and MINUS also unary. Nothing follows them, see IsInRow().
    PLUS, MINUS, STAR, SLASH, PERCENT, DOUBLE_STAR, DOUBLE_SLASH, AT, VERTICAL_BAR, AMPERSAND, CIRCUMFLEX, LEFT_SHIFT, RIGHT_SHIFT,
    LESS, GREATER, EQUAL_EQUAL, NOT_EQUAL, LESS_EQUAL, GREATER_EQUAL, IN, NOT_IN, IS, IS_NOT, AND, OR
}

@header {
using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
}

// ---- Statements

file returns [Module node]
@init { var mark = Mark(); }
    : (statement | NEWLINE | DEDENT)* EOF { $node = new Module(WholeText, Take<Stmt>(mark)); }
    ;
    catch [UnexpectedTokenException e] { result.node = RecoverFile(mark, e); }

block returns [ImmutableArray<Stmt> nodes]
@init { EnterNesting(); var mark = Mark(); }
    : (NEWLINE INDENT (statement | NEWLINE)+ DEDENT | simpleStatements) { $nodes = Take<Stmt>(mark); }
    ;

statement
@init { var mark = Mark(); }
    : simpleStatements
    | ifStatement { Add($ifStatement.node); }
    | whileStatement { Add($whileStatement.node); }
    | forStatement[$start, false] { Add($forStatement.node); }
    | tryStatement { Add($tryStatement.node); }
    | withStatement[$start, false] { Add($withStatement.node); }
    | functionDefinition[$start, $start, NoExpressions, false] { Add($functionDefinition.node); }
    | classDefinition[$start, NoExpressions] { Add($classDefinition.node); }
    | decorated
    | asynchronous
    | matchStatement { Add($matchStatement.node); }
    | unexpected
    ;
    catch [UnexpectedTokenException e] { RecoverStatement(mark, start, e); }

// No statement starts so; an own rule lets the recovery of `statement` deal with it. `elif`, `else`, `except` and `finally` are not
// among them: where they belong to nothing, they come as STRAY_CLAUSE.
unexpected
    : ( INDENT | STRAY_CLAUSE | AS | CASE | RIGHT_PARENTHESIS | RIGHT_BRACKET | RIGHT_BRACE | COLON | COMMA | SEMICOLON | DOT
        | ARROW | EQUAL | COLON_EQUAL | EXCLAMATION | AUGMENTED_ASSIGNMENT | SLASH | PERCENT | DOUBLE_STAR | DOUBLE_SLASH | VERTICAL_BAR
        | AMPERSAND | CIRCUMFLEX | LEFT_SHIFT | RIGHT_SHIFT | LESS | GREATER | EQUAL_EQUAL | NOT_EQUAL | LESS_EQUAL | GREATER_EQUAL | IN | NOT_IN
        | IS | IS_NOT | AND | OR | FSTRING_MIDDLE | FSTRING_END ) { throw CannotStand($start); }
    ;

simpleStatements
    : simpleStatement (SEMICOLON simpleStatement?)* NEWLINE
    ;

simpleStatement
@init { var mark = Mark(); Expr first = null; Expr second = null; }
    : expressionStatement
    | PASS { Add(new Pass(Span($start))); }
    | BREAK { Add(new Break(Span($start))); }
    | CONTINUE { Add(new Continue(Span($start))); }
    | RETURN (starExpressions { first = $starExpressions.node; })? { Add(new Return(Span($start), first)); }
    | RAISE (cause=expression { first = $cause.node; } (FROM from=expression { second = $from.node; })?)?
        { Add(new Raise(Span($start), first, second)); }
    | GLOBAL names { Add(new Global(Span($start), $names.items)); }
    | NONLOCAL names { Add(new Nonlocal(Span($start), $names.items)); }
    | DEL targets { Add(new Delete(Span($start), DeleteTargets($targets.node, $targets.isTuple))); }
    | ASSERT test=expression (COMMA message=expression { first = $message.node; })? { Add(new Assert(Span($start), $test.node, first)); }
    | LAZY
        ( IMPORT dottedAs (COMMA dottedAs)* { Add(new Import(Span($start), Take<Alias>(mark)) { IsLazy = true }); }
        | importFrom { Add(Lazy(Span($start), $importFrom.node)); }
        )
    | IMPORT dottedAs (COMMA dottedAs)* { Add(new Import(Span($start), Take<Alias>(mark))); }
    | importFrom { Add($importFrom.node); }
    | TYPE NAME { first = StoreName($NAME); } generics=typeParameters? EQUAL expression
        { Add(new TypeAlias(Span($start), first, TypeParameters($generics.nodes), $expression.node)); }
    ;

importFrom returns [ImportFrom node]
@init { Identifier? module = null; var level = 0; }
    : FROM (DOT { level++; } | ELLIPSIS { level += 3; })* (dottedName { module = $dottedName.name; })? IMPORT importedNames
        { $node = ImportFrom(Span($start), module, $importedNames.items, level); }
    ;

expressionStatement
@init { var mark = Mark(); }
    : first=value
        ( { Add(new ExprStmt(Span($start), $first.node)); }
        | { Expr assigned = null; } COLON annotation=expression (EQUAL value { assigned = $value.node; })?
            { Add(AnnotatedAssignment(Span($start), $first.start, $first.node, $annotation.node, assigned)); }
        | op=AUGMENTED_ASSIGNMENT right=value { Add(AugmentedAssignment(Span($start), $first.start, $first.node, $op, $right.node)); }
        | { Add($first.node); } (EQUAL value { Add($value.node); })+ { AddAssignment($start, mark); }
        )
    ;

// What may stand on the right of an assignment.
value returns [Expr node]
    : yieldExpression { $node = $yieldExpression.node; }
    | starExpressions { $node = $starExpressions.node; }
    ;

names returns [ImmutableArray<Identifier> items]
@init { var found = new WorkList<Identifier>(); }
    : first=NAME { found.Add(NameOf($first)); } (COMMA more=NAME { found.Add(NameOf($more)); })* { $items = found.ToImmutable(); }
    ;

dottedName returns [Identifier name]
    : NAME (DOT NAME)* { $name = DottedName($start); }
    ;

dottedAs
    : dottedName { Identifier? alias = null; } (AS NAME { alias = NameOf($NAME); })? { Add(new Alias(Span($start), $dottedName.name, alias)); }
    ;

importedNames returns [ImmutableArray<Alias> items]
@init { var mark = Mark(); }
    : ( STAR { Add(new Alias(Span($start), new Identifier("*", Span($start)), null)); }
      | LEFT_PARENTHESIS importedName (COMMA importedName?)* RIGHT_PARENTHESIS
      | importedName (COMMA importedName)*
      ) { $items = Take<Alias>(mark); }
    ;

importedName
    : first=NAME { Identifier? alias = null; } (AS second=NAME { alias = NameOf($second); })? { Add(new Alias(Span($start), NameOf($first), alias)); }
    ;

ifStatement returns [Stmt node]
@init { var mark = MarkBranches(); }
    : IF namedExpression COLON block { AddBranch($start, $namedExpression.node, $block.nodes); }
        (ELIF test=namedExpression COLON body=block { AddBranch($ELIF, $test.node, $body.nodes); })*
        orelse=elseBlock? { $node = IfChain(mark, Statements($orelse.nodes)); }
    ;
    catch [UnexpectedTokenException] { SalvageBranches(mark); throw; }

elseBlock returns [ImmutableArray<Stmt> nodes]
    : ELSE COLON block { $nodes = $block.nodes; }
    ;

whileStatement returns [Stmt node]
    : WHILE namedExpression COLON body=block orelse=elseBlock?
        { $node = new While(Span($start), $namedExpression.node, $body.nodes, Statements($orelse.nodes)); }
    ;
    catch [UnexpectedTokenException] { Salvage(body.nodes); throw; }

forStatement [Token first, bool isAsync] returns [Stmt node]
    : FOR targets IN starExpressions COLON body=block orelse=elseBlock?
        { $node = For(Span($first), $isAsync, Store($targets.node), $starExpressions.node, $body.nodes, Statements($orelse.nodes)); }
    ;
    catch [UnexpectedTokenException] { Salvage(body.nodes); throw; }

tryStatement returns [Stmt node]
@init { var mark = Mark(); var isStar = false; var finalBody = NoStatements; }
    : TRY COLON body=block (exceptHandler { isStar |= $exceptHandler.isStar; Add($exceptHandler.node); })* orelse=elseBlock?
        (FINALLY COLON last=block { finalBody = $last.nodes; })?
        { $node = Try(Span($start), isStar, $body.nodes, Take<ExceptHandler>(mark), Statements($orelse.nodes), finalBody); }
    ;
    catch [UnexpectedTokenException] { Salvage(body.nodes); SalvageStack(mark); Salvage(orelse.nodes); throw; }

exceptHandler returns [ExceptHandler node, bool isStar]
@init { Expr type = null; Identifier? name = null; }
    : EXCEPT (STAR { $isStar = true; })? (exceptionTypes { type = $exceptionTypes.node; } (AS NAME { name = NameOf($NAME); })?)? COLON block
        { $node = new ExceptHandler(Span($start), type, name, $block.nodes); }
    ;

// PEP 758: several types without parentheses.
exceptionTypes returns [Expr node]
@init { var mark = Mark(); var isTuple = false; }
    : first=expression { Add($first.node); } (COMMA { isTuple = true; } (more=expression { Add($more.node); })?)*
        { $node = TupleOrSingle($start, mark, isTuple); }
    ;

withStatement [Token first, bool isAsync] returns [Stmt node]
@init { var mark = Mark(); }
    : WITH withItem (COMMA withItem)* COLON { var items = WithItems(mark); } block { $node = With(Span($first), $isAsync, items, $block.nodes); }
    ;

withItem
    : expression { Expr bound = null; } (AS target { bound = Store($target.node); })?
        { Add(new WithItem(Span($start), $expression.node, bound)); }
    ;

asynchronous
    : ASYNC
        ( functionDefinition[$start, $start, NoExpressions, true] { Add($functionDefinition.node); }
        | withStatement[$start, true] { Add($withStatement.node); }
        | forStatement[$start, true] { Add($forStatement.node); }
        )
    ;

decorated
@init { var mark = Mark(); ImmutableArray<Expr> decorators; }
    : (AT namedExpression NEWLINE { Add($namedExpression.node); })+ { decorators = Take<Expr>(mark); }
        ( plain=functionDefinition[$start, CurrentToken, decorators, false] { Add($plain.node); }
        | classDefinition[$start, decorators] { Add($classDefinition.node); }
        | ASYNC async=functionDefinition[$start, $ASYNC, decorators, true] { Add($async.node); }
        )
    ;

// `first` is the first token, a decorator's perhaps; `header` is `async` or `def`.
functionDefinition [Token first, Token header, ImmutableArray<Expr> decorators, bool isAsync] returns [Stmt node]
@init { Expr returns = null; }
    : DEF NAME generics=typeParameters? LEFT_PARENTHESIS parameters RIGHT_PARENTHESIS (ARROW expression { returns = $expression.node; })? COLON block
        {
            $node = Function(
                Span($first), $header, $isAsync, $decorators, NameOf($NAME), TypeParameters($generics.nodes),
                $parameters.node, returns, $block.nodes);
        }
    ;

parameters returns [Arguments node]
@init { var list = new ParameterList(this); }
    : (parameter[list] (COMMA parameter[list]?)*)? { $node = list.Build(ParameterSpan($start)); }
    ;

parameter [ParameterList list]
@init { Expr annotation = null; Expr fallback = null; }
    : NAME (COLON expression { annotation = $expression.node; })? { var arg = new Arg(Span($start), NameOf($NAME), annotation); }
        (EQUAL other=expression { fallback = $other.node; })? { $list.Add(arg, fallback); }
    | SLASH { $list.AddSlash($SLASH); }
    | STAR { Arg star = null; } (NAME (COLON starExpression { annotation = $starExpression.node; })?
        { star = new Arg(Span($NAME), NameOf($NAME), annotation); })? { $list.AddStar($STAR, star); }
    | DOUBLE_STAR NAME (COLON expression { annotation = $expression.node; })? { $list.AddDoubleStar(new Arg(Span($NAME), NameOf($NAME), annotation)); }
    ;

lambdaParameters returns [Arguments node]
@init { var list = new ParameterList(this); }
    : (lambdaParameter[list] (COMMA lambdaParameter[list]?)*)? { $node = list.Build(ParameterSpan($start)); }
    ;

lambdaParameter [ParameterList list]
@init { Expr fallback = null; }
    : NAME { var arg = new Arg(Span($start), NameOf($NAME), null); } (EQUAL expression { fallback = $expression.node; })? { $list.Add(arg, fallback); }
    | SLASH { $list.AddSlash($SLASH); }
    | STAR { Arg star = null; } (NAME { star = new Arg(Span($NAME), NameOf($NAME), null); })? { $list.AddStar($STAR, star); }
    | DOUBLE_STAR NAME { $list.AddDoubleStar(new Arg(Span($NAME), NameOf($NAME), null)); }
    ;

typeParameters returns [ImmutableArray<TypeParam> nodes]
@init { var mark = Mark(); }
    : LEFT_BRACKET typeParameter (COMMA typeParameter?)* RIGHT_BRACKET { $nodes = Take<TypeParam>(mark); }
    ;

typeParameter
@init { Expr bound = null; Expr fallback = null; }
    : NAME (COLON expression { bound = $expression.node; })? (EQUAL other=expression { fallback = $other.node; })?
        { Add(new TypeVar(Span($start), NameOf($NAME), bound, fallback)); }
    | STAR NAME (EQUAL starExpression { fallback = $starExpression.node; })? { Add(new TypeVarTuple(Span($start), NameOf($NAME), fallback)); }
    | DOUBLE_STAR NAME (EQUAL expression { fallback = $expression.node; })? { Add(new ParamSpec(Span($start), NameOf($NAME), fallback)); }
    ;

classDefinition [Token first, ImmutableArray<Expr> decorators] returns [Stmt node]
@init { var arguments = default(CallArguments); }
    : CLASS NAME generics=typeParameters? (LEFT_PARENTHESIS callArguments RIGHT_PARENTHESIS { arguments = $callArguments.items; })? COLON block
        {
            $node = Class(Span($first), $start, $decorators, NameOf($NAME), TypeParameters($generics.nodes), arguments, $block.nodes);
        }
    ;

// ---- Match

matchStatement returns [Stmt node]
@init { var mark = Mark(); }
    : MATCH subject=matchSubject COLON NEWLINE INDENT (caseBlock { Add($caseBlock.node); } | NEWLINE)+ DEDENT
        { $node = new Match(Span($start), $subject.node, Take<MatchCase>(mark)); }
    ;
    catch [UnexpectedTokenException] { SalvageStack(mark); throw; }

matchSubject returns [Expr node]
@init { var mark = Mark(); var isTuple = false; }
    : first=starNamedExpression { Add($first.node); } (COMMA { isTuple = true; } (more=starNamedExpression { Add($more.node); })?)*
        { $node = TupleOrSingle($start, mark, isTuple); }
    ;

caseBlock returns [MatchCase node]
@init { var mark = Mark(); Expr guard = null; }
    : CASE casePattern (IF namedExpression { guard = $namedExpression.node; })? COLON block
        { $node = new MatchCase(Span($start), $casePattern.node, guard, $block.nodes); }
    ;
    catch [UnexpectedTokenException e] { result.node = RecoverCase(mark, start, e); }

// The pattern of a case: a sequence may stand without brackets.
casePattern returns [Pattern node]
@init { var mark = Mark(); var isSequence = false; }
    : first=starPattern { Add($first.node); } (COMMA { isSequence = true; } (more=starPattern { Add($more.node); })?)*
        { $node = OpenSequence($start, mark, isSequence); }
    ;

starPattern returns [Pattern node]
    : STAR NAME { $node = new MatchStar(Span($start), CaptureOf($NAME)); }
    | pattern { $node = $pattern.node; }
    ;

pattern returns [Pattern node]
    : orPattern { $node = $orPattern.node; } (AS NAME { $node = new MatchAs(Span($start), $node, NameOf($NAME)); })?
    ;

orPattern returns [Pattern node]
@init { var mark = Mark(); }
    : first=closedPattern { Add($first.node); } (VERTICAL_BAR more=closedPattern { Add($more.node); })*
        { $node = Alternatives($start, mark); }
    ;

closedPattern returns [Pattern node]
@init { EnterNesting(); var mark = Mark(); Expr named = null; var isSequence = false; }
    : patternNumber { $node = new MatchValue(Span($start), $patternNumber.node); }
    | strings { $node = new MatchValue(Span($start), $strings.node); }
    | NONE { $node = new MatchSingleton(Span($start), null); }
    | TRUE { $node = new MatchSingleton(Span($start), True); }
    | FALSE { $node = new MatchSingleton(Span($start), False); }
    | first=NAME { named = LoadName($first); } (DOT more=NAME { named = new Nodes.Attribute(Span($start), named, NameOf($more), ExprContext.Load); })*
        ( LEFT_PARENTHESIS patternArguments RIGHT_PARENTHESIS { $node = ClassPattern(Span($start), named, $patternArguments.items); }
        | { $node = CaptureOrValue(Span($start), named); }
        )
    | LEFT_PARENTHESIS (starPattern { Add($starPattern.node); } (COMMA { isSequence = true; } (next=starPattern { Add($next.node); })?)*)? RIGHT_PARENTHESIS
        { $node = ParenthesizedPattern($start, mark, isSequence); }
    | LEFT_BRACKET (starPattern { Add($starPattern.node); } (COMMA (next=starPattern { Add($next.node); })?)*)? RIGHT_BRACKET
        { $node = new MatchSequence(Span($start), CheckStars(Take<Pattern>(mark))); }
    | LEFT_BRACE { var items = new MappingPattern(this); } (patternItem[items] (COMMA patternItem[items]?)*)? RIGHT_BRACE { $node = items.Build(Span($start)); }
    ;

// A number, negative perhaps, or a complex number written as a sum.
patternNumber returns [Expr node]
@init { Token sign = null; }
    : (MINUS { sign = $MINUS; })? first=NUMBER { $node = SignedNumber(sign, $first); }
        (op=(PLUS | MINUS) second=NUMBER { $node = ComplexNumber($start, $node, $op, $second); })?
    ;

patternArguments returns [ClassPatternArguments items]
@init { var list = new ClassPatternArguments(this); }
    : (patternArgument[list] (COMMA patternArgument[list]?)*)? { $items = list; }
    ;

patternArgument [ClassPatternArguments list]
    : first=pattern ({ $list.Add($first.start, $first.node); } | EQUAL second=pattern { $list.AddKeyword($first.start, $first.node, $second.node); })
    ;

patternItem [MappingPattern items]
    : DOUBLE_STAR NAME { $items.AddRest($start, $NAME); }
    | closedPattern COLON pattern { $items.Add($start, $closedPattern.node, $pattern.node); }
    ;

// ---- Expressions

// One expression, or a tuple without parentheses.
starExpressions returns [Expr node]
@init { var mark = Mark(); var isTuple = false; }
    : first=starExpression { $node = $first.node; }
        ( COMMA { if (!isTuple) { isTuple = true; Add($node); } } (more=starExpression { Add($more.node); })? )*
        { if (isTuple) $node = TupleOf($start, mark); }
    ;

starExpression returns [Expr node]
    : STAR operation { $node = new Starred(Span($start), Unpacked($operation.start, $operation.node), ExprContext.Load); }
    | expression { $node = $expression.node; }
    ;

starNamedExpression returns [Expr node]
    : STAR operation { $node = new Starred(Span($start), Unpacked($operation.start, $operation.node), ExprContext.Load); }
    | namedExpression { $node = $namedExpression.node; }
    ;

namedExpression returns [Expr node]
    : first=expression { $node = $first.node; } (COLON_EQUAL named=expression { $node = Named(Span($start), $start, $node, $named.node); })?
    ;

expression returns [Expr node]
    : operation { $node = $operation.node; }
        (IF test=operation ELSE other=expression { $node = new IfExp(Span($start), $node, $test.node, $other.node); })?
    | { EnterNesting(); } LAMBDA lambdaParameters COLON body=expression { $node = new Lambda(Span($start), $lambdaParameters.node, $body.node); }
    ;

// A flat row of operands and operators; OperatorStack builds the tree by precedence.
operation returns [Expr node]
@init { EnterNesting(); var mark = OpenOperation(); }
    : ( prefix=(NOT | PLUS | MINUS | TILDE | AWAIT) { Prefix(mark, $prefix); } )* first=primary
        { $node = $first.node; var isRow = IsInRow(mark); if (isRow) Operand($first.start, $node); }
        ( binary=(PLUS | MINUS | STAR | SLASH | PERCENT | DOUBLE_STAR | DOUBLE_SLASH | AT | VERTICAL_BAR | AMPERSAND | CIRCUMFLEX
            | LEFT_SHIFT | RIGHT_SHIFT | LESS | GREATER | EQUAL_EQUAL | NOT_EQUAL | LESS_EQUAL | GREATER_EQUAL
            | IN | NOT_IN | IS | IS_NOT | AND | OR) { Binary(mark, $binary); }
          ( inner=(NOT | PLUS | MINUS | TILDE | AWAIT) { Prefix(mark, $inner); } )* more=primary { Operand($more.start, $more.node); }
        )* { if (isRow) $node = CloseOperation(mark); }
    ;

// What a `for` or `del` names, in any nesting; Store() checks that each part can be bound.
targets returns [Expr node, bool isTuple]
@init { var mark = Mark(); }
    : first=target { $node = $first.node; }
        ( COMMA { if (!$isTuple) { $isTuple = true; Add($node); } } (more=target { Add($more.node); })? )*
        { if ($isTuple) $node = TupleOf($start, mark); }
    ;

target returns [Expr node]
    : STAR primary { $node = new Starred(Span($start), $primary.node, ExprContext.Load); }
    | primary { $node = $primary.node; }
    ;

// An atom with what is done to it. The two are one rule, because nearly every rule call of a parse is on the way to a plain name.
primary returns [Expr node]
    : ( NAME { $node = LoadName($start); }
      | NUMBER { $node = Number($start); }
      | strings { $node = $strings.node; }
      | NONE { $node = new Constant(Span($start), null, null); }
      | TRUE { $node = new Constant(Span($start), True, null); }
      | FALSE { $node = new Constant(Span($start), False, null); }
      | ELLIPSIS { $node = new Constant(Span($start), Ellipsis.Value, null); }
      | display { $node = $display.node; }
      )
      ( DOT member=NAME { $node = new Nodes.Attribute(Span($start), $node, NameOf($member), ExprContext.Load); }
      | open=LEFT_PARENTHESIS callArguments RIGHT_PARENTHESIS { $node = CallOf(Span($start), $open, $node, $callArguments.items); }
      | LEFT_BRACKET subscripts RIGHT_BRACKET { $node = new Subscript(Span($start), $node, $subscripts.node, ExprContext.Load); }
      )*
    ;

// What stands in brackets of its own.
display returns [Expr node]
@init { var mark = Mark(); var isTuple = false; }
    : LEFT_PARENTHESIS
        ( RIGHT_PARENTHESIS { $node = new Nodes.Tuple(Span($start), NoExpressions, ExprContext.Load); }
        | yieldExpression RIGHT_PARENTHESIS { $node = $yieldExpression.node; }
        | parenthesized[$start] { Add($parenthesized.node); }
            ( comprehension RIGHT_PARENTHESIS { $node = new GeneratorExp(Span($start), TakeSingle(mark), $comprehension.nodes); }
            | (COMMA { isTuple = true; } (more=parenthesized[$start] { Add($more.node); })?)* RIGHT_PARENTHESIS { $node = Group($start, mark, isTuple); }
            )
        )
    | LEFT_BRACKET
        ( RIGHT_BRACKET { $node = new List(Span($start), NoExpressions, ExprContext.Load); }
        | first=starNamedExpression { Add($first.node); }
            ( comprehension RIGHT_BRACKET { $node = new ListComp(Span($start), TakeSingle(mark), $comprehension.nodes); }
            | (COMMA (next=starNamedExpression { Add($next.node); })?)* RIGHT_BRACKET { $node = new List(Span($start), Take<Expr>(mark), ExprContext.Load); }
            )
        )
    | LEFT_BRACE { var braces = new BraceDisplay(this); }
        ( RIGHT_BRACE { $node = braces.Build(Span($start)); }
        | braceItem[braces]
            ( comprehension RIGHT_BRACE { $node = braces.Build(Span($start), $comprehension.nodes); }
            | (COMMA braceItem[braces]?)* RIGHT_BRACE { $node = braces.Build(Span($start)); }
            )
        )
    ;

callArguments returns [CallArguments items]
@init { var mark = Mark(); }
    : (argument (COMMA argument?)*)? { $items = TakeArguments(mark); }
    ;

argument
    : STAR expression { var starred = new Starred(Span($start), $expression.node, ExprContext.Load); }
        ( { Add(starred); } | comprehension { Add(BareGenerator(Span($start), starred, $comprehension.nodes)); } )
    | DOUBLE_STAR expression { Add(new Keyword(Span($start), null, $expression.node)); }
    | first=expression
        ( { Add($first.node); }
        | COLON_EQUAL named=expression { var bound = Named(Span($start), $first.start, $first.node, $named.node); }
            ( { Add(bound); } | inner=comprehension { Add(BareGenerator(Span($start), bound, $inner.nodes)); } )
        | EQUAL given=expression { Add(KeywordArgument(Span($start), $first.start, $first.node, $given.node)); }
        | comprehension { Add(BareGenerator(Span($start), $first.node, $comprehension.nodes)); }
        )
    ;

subscripts returns [Expr node]
@init { var mark = Mark(); var isTuple = false; }
    : first=subscript { $node = $first.node; }
        ( COMMA { if (!isTuple) { isTuple = true; Add($node); } } (more=subscript { Add($more.node); })? )*
        { $node = SubscriptTuple($start, mark, $node, isTuple); }
    ;

subscript returns [Expr node]
@init { Expr lower = null; }
    : ( (STAR expression { lower = new Starred(Span($start), $expression.node, ExprContext.Load); } | namedExpression { lower = $namedExpression.node; })
        rest=sliceEnd? | rest=sliceEnd ) { $node = SubscriptOf($start, lower, $rest.start, $rest.upper, $rest.step); }
    ;

sliceEnd returns [Expr upper, Expr step]
    : COLON (first=expression { $upper = $first.node; })? (COLON (second=expression { $step = $second.node; })?)?
    ;

// An item of a parenthesis; `as` is Python only where the parenthesis holds the items of a `with`.
parenthesized [Token open] returns [Node node]
    : starNamedExpression { $node = $starNamedExpression.node; }
        (AS target { $node = ParenthesizedWithItem(Span($start), $open, $AS, $starNamedExpression.node, $target.node); })?
    ;

braceItem [BraceDisplay braces]
    : DOUBLE_STAR operation { $braces.AddUnpacked($start, Unpacked($operation.start, $operation.node)); }
    | first=starNamedExpression ({ $braces.AddElement($start, $first.node); } | COLON second=expression { $braces.AddPair($start, $first.node, $second.node); })
    ;

comprehension returns [ImmutableArray<Comprehension> nodes]
@init { var mark = Mark(); }
    : comprehensionFor+ { $nodes = Take<Comprehension>(mark); }
    ;

comprehensionFor
@init { var mark = Mark(); var isAsync = false; }
    : (ASYNC { isAsync = true; })? FOR targets IN iterable=operation (IF operation { Add($operation.node); })*
        { Add(new Comprehension(Span($start), Store($targets.node), $iterable.node, Take<Expr>(mark), isAsync)); }
    ;

yieldExpression returns [Expr node]
@init { Expr yielded = null; }
    : YIELD
        ( FROM expression { $node = new YieldFrom(Span($start), $expression.node); }
        | (starExpressions { yielded = $starExpressions.node; })? { $node = new Yield(Span($start), yielded); }
        )
    ;

// ---- Strings

strings returns [Expr node]
@init { var parts = OpenStrings(); }
    : (STRING { parts.AddLiteral($STRING); } | formattedString[parts])+ { $node = CloseStrings(parts, Span($start)); }
    ;

formattedString [StringParts parts]
    : opening=(FSTRING_START | TSTRING_START) { $parts.Open($opening); } (FSTRING_MIDDLE { $parts.AddMiddle($FSTRING_MIDDLE); } | replacementField[parts])*
        FSTRING_END { $parts.Close($FSTRING_END); }
    ;

replacementField [StringParts parts]
@init { var field = default(ReplacementField); }
    : LEFT_BRACE value { field.Value = $value.node; } (EQUAL { field.Equal = $EQUAL; })?
        (EXCLAMATION NAME { field.Exclamation = $EXCLAMATION; field.Conversion = $NAME; })?
        (formatSpecification[parts] { field.Colon = $formatSpecification.start; field.Specification = $formatSpecification.node; })?
        RIGHT_BRACE { field.Span = Span($start); $parts.AddField(field); }
    ;

formatSpecification [StringParts parts] returns [Expr node]
    : COLON { $parts.OpenSpecification($COLON); } (FSTRING_MIDDLE { $parts.AddMiddle($FSTRING_MIDDLE); } | replacementField[parts])*
        { $node = $parts.CloseSpecification(Span($start).End); }
    ;
